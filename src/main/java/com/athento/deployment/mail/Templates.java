package com.athento.deployment.mail;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.post.TemplateWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The texts of all mails: {@code mail/<what-the-reader-gets>/{es,en}.{html,txt}}. The subject is the title of the HTML.
 */
@Component
class Templates {

    /**
     * Stands for a line break in somebody's words, which stay as they are, while blank lines that a template leaves
     * behind are tidied up. No text of an intervention may hold it.
     */
    static final String THEIR_LINE_BREAK = "\u000B";

    private static final String ROOM = "mail/";
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
    private static final Pattern INDENTATION = Pattern.compile("\\s*\n\\s*");

    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \n]*\n");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Templates(TemplateWords words) {
        engine.addTemplateResolver(resolver("html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("txt", TemplateMode.TEXT));
        engine.setTemplateEngineMessageSource(words);
    }

    Rendered render(String template, Language language, Facts facts) {
        var html = html(filled(template, "html", language, facts));
        return new Rendered(
                subject(html),
                html,
                text(filled(template, "txt", language, facts)),
                Optional.empty(),
                Optional.empty());
    }

    private String filled(String template, String ending, Language language, Facts facts) {
        var context = new Context(language.locale());
        context.setVariables(facts.byName());
        return engine.process(template + "/" + language.code() + "." + ending, context);
    }

    /** Every log keeps the body of every mail: no byte is spent on indentation. */
    private static String html(String filled) {
        return INDENTATION.matcher(filled).replaceAll("\n").strip();
    }

    private static String text(String filled) {
        return BLANK_LINES
                .matcher(filled)
                .replaceAll("\n\n")
                .replace(THEIR_LINE_BREAK, "\n")
                .strip()
                .concat("\n");
    }

    /** The files that a template lacks. */
    static List<String> missing(String template) {
        return Stream.of(Language.values())
                .flatMap(language ->
                        Stream.of("html", "txt").map(format -> ROOM + template + "/" + language.code() + "." + format))
                .filter(file -> Templates.class.getClassLoader().getResource(file) == null)
                .toList();
    }

    /** One line, whatever a free text in it may hold: a line break would start another header. */
    private static String subject(String html) {
        var title = TITLE.matcher(html);
        if (!title.find()) {
            throw new IllegalStateException("the template has no <title>: the mail has no subject");
        }
        var line = HtmlUtils.htmlUnescape(title.group(1))
                .replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return PlainText.shortened(line, LONGEST_SUBJECT);
    }

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(ROOM);
        resolver.setResolvablePatterns(Set.of("*." + ending));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
