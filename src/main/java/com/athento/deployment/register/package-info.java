/**
 * What is installed where: clients, their contacts, instances and the version each one runs, and which versions of the
 * product there are.
 */
package com.athento.deployment.register;
