package com.athento.deployment.qa.testrail;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.Refused;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A run or a plan, as somebody names it: {@code R12}, {@code 12}, {@code P7}, or the address of its page.
 *
 * @param isPlan a plan has several runs
 */
record AskedRun(boolean isPlan, long id) {

    private static final Pattern NUMBER = Pattern.compile("([rp]?)([1-9][0-9]{0,17})");
    private static final Pattern PAGE =
            Pattern.compile("/index\\.php\\?/(run|plan)s/view/([1-9][0-9]{0,17})(?![0-9]).*");

    /**
     * @param base where TestRail is; pages elsewhere are none of its
     * @throws Refused if it is none
     */
    static AskedRun of(String text, String base) {
        var asked = PlainText.trimmed(text);
        var number = NUMBER.matcher(asked.toLowerCase(Locale.ROOT));
        if (number.matches()) {
            return new AskedRun(number.group(1).equals("p"), Long.parseLong(number.group(2)));
        }
        if (asked.regionMatches(true, 0, base, 0, base.length())) {
            var page = PAGE.matcher(asked.substring(base.length()));
            if (page.matches()) {
                return new AskedRun(page.group(1).equals("plan"), Long.parseLong(page.group(2)));
            }
        }
        throw Refused.because("refused.testrail.run", PlainText.quoted(asked), base + "/index.php?/runs/view/12");
    }

    String page() {
        return "/index.php?/%ss/view/%d".formatted(isPlan ? "plan" : "run", id);
    }

    /** As TestRail's pages show it. */
    @Override
    public String toString() {
        return (isPlan ? "P" : "R") + id;
    }
}
