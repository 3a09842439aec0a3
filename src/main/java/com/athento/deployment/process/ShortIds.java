package com.athento.deployment.process;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids of what the engine keeps: UUIDs of version 7 (RFC 9562), which begin with the time, in 22 digits and letters
 * instead of 36. A step has seven of them in its row and more in its indexes, where what is new stands together. Those
 * of one node are in the order in which they were made.
 */
class ShortIds implements IdGenerator {

    /** One, as a regular expression: for some centuries they begin with a zero. */
    static final String FORM = "\\b0[0-9A-Za-z]{21}\\b";

    /** In the order in which computers sort them. */
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final BigInteger BASE = BigInteger.valueOf(LETTERS.length());

    /** As many as 128 bits need. */
    private static final int LENGTH = 22;

    private final NoArgGenerator uuids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        var uuid = uuids.generate();
        var rest = new BigInteger(
                1,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array());
        var id = new char[LENGTH];
        for (int letter = LENGTH - 1; letter >= 0; letter--) {
            var divided = rest.divideAndRemainder(BASE);
            id[letter] = LETTERS.charAt(divided[1].intValue());
            rest = divided[0];
        }
        return new String(id);
    }
}
