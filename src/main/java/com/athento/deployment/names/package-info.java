/** What the models' elements are called: kept in the staff's language, shown in the reader's. */
package com.athento.deployment.names;
