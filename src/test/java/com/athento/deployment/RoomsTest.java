package com.athento.deployment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TimeZone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may know whom: what one step tells the next passes through the process. */
@AnalyzeClasses(packages = "com.athento.deployment", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String HOME = "com.athento.deployment.";

    /** Every room may know these. */
    private static final Set<String> COMMON =
            Set.of("process", "intervention", "register", "schedule", "post", "record", "refusal");

    @ArchTest
    static final ArchRule nounsKnowOnlyJava = classes()
            .that()
            .resideInAPackage(HOME + "intervention..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", HOME + "intervention..");

    @ArchTest
    static final ArchRule roomsKnowNoOtherRoomButTheCommonOnes = SlicesRuleDefinition.slices()
            .assignedFrom(rooms())
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), inCommonRoom());

    @ArchTest
    static final ArchRule theVocabularyKnowsNoStep = noClasses()
            .that()
            .resideInAPackage(HOME + "process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    HOME + "register..", HOME + "schedule..", HOME + "post..", HOME + "record..", HOME + "refusal..");

    @ArchTest
    static final ArchRule theZoneOfTheJvmIsNobodysBusiness = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Timestamp.class, "toLocalDateTime")
            .orShould()
            .callMethod(Timestamp.class, "valueOf", LocalDateTime.class);

    /** A stream of rows keeps its connection until somebody closes it; a list does not. */
    @ArchTest
    static final ArchRule noRowsAreReadAsAStream =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    /** The nouns read what somebody wrote, and {@code Kind} says what would be right: the same through every door. */
    @ArchTest
    static final ArchRule noDoorReadsByHand = noClasses()
            .that()
            .resideOutsideOfPackages(HOME + "intervention..", HOME + "process..")
            .should()
            .callMethod(LocalDate.class, "parse", CharSequence.class)
            .orShould()
            .callMethod(LocalDateTime.class, "parse", CharSequence.class)
            .orShould()
            .callMethod(OffsetDateTime.class, "parse", CharSequence.class)
            .orShould()
            .callConstructor(BigDecimal.class, String.class)
            .orShould()
            .callConstructor(URI.class, String.class);

    private static SliceAssignment rooms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return room(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(room(type));
            }

            @Override
            public String getDescription() {
                return "the rooms";
            }
        };
    }

    private static DescribedPredicate<JavaClass> inCommonRoom() {
        return DescribedPredicate.describe("in a common room", type -> COMMON.contains(room(type)));
    }

    private static String room(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(HOME) ? name.substring(HOME.length()).split("\\.")[0] : "";
    }
}
