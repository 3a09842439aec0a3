package com.athento.deployment.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes every mail, one caller after the other, and knows hardly any of the protocol's extensions.
 */
class ServerOfOldTimes implements AutoCloseable {

    /** The commands, byte by byte. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    private final String extensions;

    ServerOfOldTimes() throws IOException {
        this(false);
    }

    /** @param utf8 whether it takes letters beyond ASCII all the same */
    ServerOfOldTimes(boolean utf8) throws IOException {
        extensions = utf8 ? "250-8BITMIME\r\n250 SMTPUTF8" : "250 8BITMIME";
        var porter = new Thread(this::welcome, "server of old times");
        porter.setDaemon(true);
        porter.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                talk(caller);
            } catch (IOException over) {
                // The caller or the test has gone.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
        answer(caller, "220 here");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            switch (line.replaceAll("[ :].*", "")) {
                case "EHLO" -> answer(caller, "250-here\r\n" + extensions);
                case "DATA" -> {
                    answer(caller, "354 go on");
                    while (!".".equals(line)) {
                        line = lines.readLine();
                    }
                    answer(caller, "250 taken");
                }
                case "QUIT" -> answer(caller, "221 bye");
                default -> answer(caller, "250 fine");
            }
        }
    }

    private static void answer(Socket caller, String reply) throws IOException {
        caller.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
