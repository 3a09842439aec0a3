/** What leaves the house as a mail, whoever wrote it: the conversation with the mail server. */
package com.athento.deployment.post;
