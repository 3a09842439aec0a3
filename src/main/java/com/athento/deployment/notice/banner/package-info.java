/** The message that an instance itself shows to its users. */
package com.athento.deployment.notice.banner;
