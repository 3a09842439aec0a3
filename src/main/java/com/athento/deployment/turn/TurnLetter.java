package com.athento.deployment.turn;

import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.Mail;
import com.athento.deployment.post.MailProperties;
import com.athento.deployment.post.TemplateWords;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The mail to one reader about the tasks that wait for them: {@code turn/turn.{html,txt}}. */
@Component
class TurnLetter {

    private static final int LONGEST_SUBJECT = 200;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MailProperties mails;

    TurnLetter(MailProperties mails, TemplateWords words) {
        this.mails = mails;
        engine.addTemplateResolver(resolver("html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("txt", TemplateMode.TEXT));
        engine.setTemplateEngineMessageSource(words);
    }

    /**
     * The id is the same in each attempt, so that a server that has it already knows it again.
     *
     * @param first of what is told, as it is in hand
     * @param words the reader's
     */
    Mail of(TurnMail first, List<Told> told, Words words, Session session, Instant now) throws MessagingException {
        var urgent = first.urgent();
        var letter = new Mail(
                session,
                "<turn-%s@%s>".formatted(first.mail(), mails.domain()),
                mails.sender(),
                subject(told, urgent, words),
                now);
        letter.addressTo(first.address());
        if (urgent) {
            letter.markUrgent();
        }
        write(
                letter,
                told.stream().map(Told::turn).toList(),
                intro(told, urgent, words),
                words.of("turn.footer"),
                words);
        return letter;
    }

    /**
     * The same about interventions that a freeze hits.
     *
     * @param id which mail it is, in each attempt
     */
    Mail ofFreeze(
            String id,
            String address,
            String subject,
            String intro,
            List<Turn> turns,
            Words words,
            Session session,
            Instant now)
            throws MessagingException {
        var letter = new Mail(
                session,
                "<freeze-%s@%s>".formatted(id, mails.domain()),
                mails.sender(),
                PlainText.onOneLine(subject, LONGEST_SUBJECT),
                now);
        letter.addressTo(address);
        write(letter, turns, intro, words.of("freeze.mail.footer"), words);
        return letter;
    }

    private void write(Mail letter, List<Turn> turns, String intro, String footer, Words words)
            throws MessagingException {
        letter.setContent(new MimeMultipart(
                "alternative",
                Mail.part(render("txt", turns, intro, footer, words), "plain"),
                Mail.part(render("html", turns, intro, footer, words), "html")));
    }

    private static String subject(List<Told> told, boolean urgent, Words words) {
        var first = told.get(0).turn();
        var lead = words.code("turn.subject", told.get(0).occasion());
        return PlainText.shortened(
                told.size() > 1
                        ? words.of("turn.subject.several", told.size())
                        : words.of(
                                urgent ? "turn.subject.urgent" : "turn.subject.calm",
                                urgent ? lead : StringUtils.capitalize(lead),
                                first.what(),
                                first.instance(),
                                first.key()),
                LONGEST_SUBJECT);
    }

    private String render(String ending, List<Turn> turns, String intro, String footer, Words words) {
        var context = new Context(words.language().locale());
        context.setVariable("turns", turns);
        context.setVariable("intro", intro);
        context.setVariable("footer", footer);
        context.setVariable("product", mails.product());
        return engine.process("turn." + ending, context)
                        .replaceAll("\n[ \n]*\n", "\n\n")
                        .strip() + "\n";
    }

    private static String intro(List<Told> told, boolean urgent, Words words) {
        if (told.size() > 1) {
            return words.of("turn.intro.several", told.size());
        }
        return words.of(
                told.get(0).occasion().isLate() ? "turn.intro.late" : urgent ? "turn.intro.urgent" : "turn.intro");
    }

    private static ClassLoaderTemplateResolver resolver(String ending, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(TurnLetter.class.getClassLoader());
        resolver.setPrefix("turn/");
        resolver.setResolvablePatterns(Set.of("*." + ending));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
