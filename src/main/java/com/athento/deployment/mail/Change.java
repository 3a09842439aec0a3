package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.Version;
import com.athento.deployment.post.FixTold;
import com.athento.deployment.register.Instance;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What is to be done, at whose instance, and why. */
class Change extends FactsAbout {

    private final Supplier<Optional<String>> proven = SingletonSupplier.of(this::lookUpProven);
    private final Supplier<String> requester = SingletonSupplier.of(() -> sources.name(the(REQUESTER)));

    Change(Telling telling) {
        super(telling);
    }

    /** The business key. */
    public String key() {
        return situation.key();
    }

    public String product() {
        return sources.mails().product();
    }

    public String client() {
        return situation.client().name();
    }

    /** The code of the instance. */
    public String instance() {
        return the(INSTANCE_CODE);
    }

    /** Where the instance is reached; null if the register does not know. */
    public String url() {
        return situation.instance().flatMap(Instance::url).filter(Ways::isLink).orElse(null);
    }

    /** What is done, as a noun: "upgrade of Athento from version 24.1.0 to 24.2.0". */
    public String what() {
        return words.what(product(), kindOfChange(), fromVersion(), targetVersion());
    }

    /** The same, short enough for a subject. */
    public String briefly() {
        return kindOfChange().movesVersion()
                ? words.of("what.brief", targetVersion())
                : words.of("what." + kindOfChange().name());
    }

    /** On how many other instances the new version runs already, and how it did; null where on none, or none moves. */
    public String proven() {
        return proven.get().orElse(null);
    }

    private Optional<String> lookUpProven() {
        return find(TARGET_VERSION)
                .flatMap(Version::parse)
                .flatMap(version -> situation
                        .instance()
                        .flatMap(instance -> sources.versions()
                                .record(instance.line(), version, instance.code())
                                .told(words, zone)));
    }

    public String kind() {
        return words.code("kind", kindOfChange());
    }

    public boolean isUpgrade() {
        return kindOfChange().movesVersion();
    }

    public String fromVersion() {
        return get(FROM_VERSION);
    }

    public String targetVersion() {
        return get(TARGET_VERSION);
    }

    /** What becomes of the fixes on the instance, as the plan says. */
    public List<FixTold> fixes() {
        return situation.fixes().stream().map(fix -> FixTold.of(fix, words)).toList();
    }

    /** Why, in the requester's words. */
    public String why() {
        return get(REASON);
    }

    public String severity() {
        return words.code("severity", the(SEVERITY));
    }

    /** The effective risk in words; null before both teams have judged it. */
    public String risk() {
        return find(EFFECTIVE_RISK).map(risk -> words.code("risk", risk)).orElse(null);
    }

    public String requester() {
        return requester.get();
    }

    public String rollbackPlan() {
        return get(ROLLBACK_PLAN);
    }

    public String releaseNotes() {
        return find(RELEASE_NOTES_URL).orElse(null);
    }
}
