package com.athento.deployment.mail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.MailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom one mail goes to, in the form that goes over the wire; what is no address stays as it is, and is logged as not
 * reached.
 *
 * @param to shown to all
 * @param cc shown to all
 * @param bcc shown to nobody
 */
record Envelope(List<String> to, List<String> cc, List<String> bcc) {

    Envelope {
        to = wired(to);
        cc = wired(cc);
        bcc = wired(bcc);
    }

    private static List<String> wired(List<String> addresses) {
        return addresses.stream().map(Envelope::wire).toList();
    }

    /** In ASCII it is that already, whether it is an address or not; nearly all are, and there may be thousands. */
    private static String wire(String address) {
        return address.chars().allMatch(letter -> letter < 128)
                ? address
                : MailAddress.read(address).map(MailAddress::text).orElse(address);
    }

    static Envelope openly(Collection<String> to, Collection<String> cc) {
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        return new Envelope(
                to.stream().map(Envelope::wire).filter(seen::add).toList(),
                cc.stream().map(Envelope::wire).filter(seen::add).toList(),
                List.of());
    }

    /** As many envelopes as it takes; nobody in one sees another. */
    static List<Envelope> discreetly(Collection<String> addresses, int chunk) {
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var distinct = addresses.stream().map(Envelope::wire).filter(seen::add).toList();
        var envelopes = new ArrayList<Envelope>();
        for (int from = 0; from < distinct.size(); from += chunk) {
            var these = distinct.subList(from, Math.min(from + chunk, distinct.size()));
            envelopes.add(new Envelope(List.of(), List.of(), List.copyOf(these)));
        }
        return envelopes;
    }

    /** What {@link #toString()} wrote. */
    static Envelope parse(String lines) {
        return new Envelope(after("To: ", lines), after("Cc: ", lines), after("Bcc: ", lines));
    }

    private static List<String> after(String header, String lines) {
        return lines.lines()
                .filter(line -> line.startsWith(header))
                .map(line -> line.substring(header.length()))
                .toList();
    }

    /** One for each reader, who sees nobody else. */
    List<Envelope> each() {
        return all().stream()
                .map(address -> new Envelope(List.of(address), List.of(), List.of()))
                .toList();
    }

    boolean reaches(String address) {
        return all().stream().anyMatch(wire(address)::equalsIgnoreCase);
    }

    List<String> all() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    boolean isEmpty() {
        return to.isEmpty() && cc.isEmpty() && bcc.isEmpty();
    }

    Envelope without(Collection<String> addresses) {
        var gone = Set.copyOf(addresses);
        return only(address -> !gone.contains(address));
    }

    /** One for each language, with whoever reads that; who is named first comes first. */
    Map<Language, Envelope> by(Function<String, Language> language) {
        var parts = new LinkedHashMap<Language, Envelope>();
        all().stream()
                .map(language)
                .distinct()
                .forEach(one -> parts.put(one, only(address -> language.apply(address) == one)));
        return parts;
    }

    private Envelope only(Predicate<String> these) {
        return new Envelope(
                to.stream().filter(these).toList(),
                cc.stream().filter(these).toList(),
                bcc.stream().filter(these).toList());
    }

    /** One address a line, each after its header. */
    @Override
    public String toString() {
        return Stream.of(
                        to.stream().map(address -> "To: " + address),
                        cc.stream().map(address -> "Cc: " + address),
                        bcc.stream().map(address -> "Bcc: " + address))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
