/** What is installed where: clients, their contacts, instances and the version each one runs. */
package com.athento.deployment.register;
