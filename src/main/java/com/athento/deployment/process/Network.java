package com.athento.deployment.process;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** What one reader has of the internet: an IPv4 address, or the first 64 bits of an IPv6 one. */
public final class Network {

    private static final int READERS_BITS = 8;

    private Network() {}

    /** The same text for each spelling of an address, and for each address of one IPv6 reader. */
    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon in it no name is looked up.
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, READERS_BITS)
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
