package com.athento.deployment.process;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids of what the engine keeps: UUIDs of version 7 (RFC 9562), which begin with the time, in 22 letters of an address
 * instead of 36. A step has seven of them in its row and more in its indexes, and what is new stands together there.
 */
class ShortIds implements IdGenerator {

    /**
     * One, as a regular expression: until the year 2109 it begins with an A; the c to f says that it is of version 7.
     */
    static final String FORM = "(?<![\\w-])A[\\w-]{7}[c-f][\\w-]{12}[AQgw](?![\\w-])";

    private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();

    private final NoArgGenerator uuids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        var uuid = uuids.generate();
        return LETTERS.encodeToString(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }
}
