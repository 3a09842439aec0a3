package com.athento.deployment.security;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/**
 * What a password in production has to be: long, and without the person's own name. Nothing else, since rules about
 * kinds of characters make passwords that are written down (NIST SP 800-63B).
 */
class PasswordRules implements PasswordPolicy {

    static final int LENGTH = 12;

    /** What is wrong with a password that they refuse, and what would be right. */
    static final String SENTENCE =
            "at least %d characters, without the account's id, name or mail address in it".formatted(LENGTH);

    /** Shorter names are found by chance in good passwords. */
    private static final int NAME = 3;

    private static final List<PasswordPolicyRule> RULES =
            List.of(new PasswordPolicyLengthRuleImpl(LENGTH), new WithoutName());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return RULES;
    }

    static boolean accept(String password, User person) {
        return RULES.stream().allMatch(rule -> rule.execute(password, person));
    }

    /** Admin knows the engine's own rule by its key, and has a text for it. */
    private static final class WithoutName implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return PasswordPolicyUserDataRuleImpl.PLACEHOLDER;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return true;
        }

        @Override
        public boolean execute(String password, User person) {
            return person == null
                    || Stream.of(
                                    person.getId(),
                                    person.getFirstName(),
                                    person.getLastName(),
                                    beforeAt(person.getEmail()))
                            .filter(name -> name != null && name.length() >= NAME)
                            .noneMatch(name -> lower(password).contains(lower(name)));
        }

        private static String beforeAt(String email) {
            return email == null ? null : email.split("@", 2)[0];
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
