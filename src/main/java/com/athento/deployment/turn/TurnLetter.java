package com.athento.deployment.turn;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.post.Priority;
import com.athento.deployment.register.MailProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.context.support.ResourceBundleMessageSource;
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

    TurnLetter(MailProperties mails) {
        this.mails = mails;
        engine.addTemplateResolver(resolver("html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("txt", TemplateMode.TEXT));
        var words = new ResourceBundleMessageSource();
        words.setBasename(Words.FILE);
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(words);
    }

    /** @param mail the same in each attempt, so that a server that has it already knows it again */
    SMTPMessage of(String mail, String address, List<Told> told, boolean urgent, Session session, Instant now)
            throws MessagingException {
        var letter = new SMTPMessage(session);
        letter.setHeader("Message-ID", "<turn-%s@%s>".formatted(mail, domain()));
        letter.setFrom(mails.sender());
        letter.setHeader(
                "To", address.chars().allMatch(letterOfIt -> letterOfIt < 128) ? address : "undisclosed-recipients:;");
        letter.setSubject(subject(told, urgent), "UTF-8");
        letter.setSentDate(Date.from(now));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Auto-Response-Suppress", "All");
        if (urgent) {
            Priority.urgent(letter);
        }
        letter.setContent(new MimeMultipart(
                "alternative", part(render("txt", told, urgent), "plain"), part(render("html", told, urgent), "html")));
        return letter;
    }

    String subject(List<Told> told, boolean urgent) {
        var words = new Words(mails.staffLanguage());
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

    String render(String ending, List<Told> told, boolean urgent) {
        var context = new Context(language().locale());
        context.setVariable("turns", told.stream().map(Told::turn).toList());
        context.setVariable("intro", intro(told, urgent));
        context.setVariable("product", mails.product());
        return engine.process("turn." + ending, context)
                        .replaceAll("\n[ \n]*\n", "\n\n")
                        .strip() + "\n";
    }

    private String intro(List<Told> told, boolean urgent) {
        var words = new Words(language());
        if (told.size() > 1) {
            return words.of("turn.intro.several", told.size());
        }
        return words.of(
                told.get(0).occasion().isLate() ? "turn.intro.late" : urgent ? "turn.intro.urgent" : "turn.intro");
    }

    private Language language() {
        return mails.staffLanguage();
    }

    private String domain() {
        var sender = mails.sender().getAddress();
        return sender.substring(sender.indexOf('@') + 1);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
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
