/** What our own pages and endpoints say when they refuse, and what is left when nobody else answers. */
package com.athento.deployment.refusal.web;
