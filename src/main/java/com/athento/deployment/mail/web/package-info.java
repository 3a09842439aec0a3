/** Mails before they are sent, for our own people. */
package com.athento.deployment.mail.web;
