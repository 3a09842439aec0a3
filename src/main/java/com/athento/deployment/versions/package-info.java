/** Where each version of the product ran, and how it did: its passport. */
package com.athento.deployment.versions;
