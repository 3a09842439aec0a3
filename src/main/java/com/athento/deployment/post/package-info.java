/**
 * What all that leaves the house has in common: who we are to clients, the words, the conversation with the mail
 * server, what stays.
 */
package com.athento.deployment.post;
