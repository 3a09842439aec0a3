package com.athento.deployment.process.forms;

import com.athento.deployment.intervention.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Gives Tasklist the forms of the model in its reader's language. Programs at {@code /engine-rest} get them as they
 * were deployed.
 */
class FillForms implements WriterInterceptor {

    private static final Pattern FORM = Pattern.compile("/camunda/api/engine/.+/deployed-(start-)?form");

    @Context
    private HttpServletRequest request;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (answer.getEntity() instanceof InputStream deployed
                && FORM.matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .matches()) {
            try (deployed) {
                var form = new String(deployed.readAllBytes(), StandardCharsets.UTF_8);
                answer.setEntity(new ByteArrayInputStream(
                        FormTexts.in(Language.of(request.getLocale()), form).getBytes(StandardCharsets.UTF_8)));
            }
        }
        answer.proceed();
    }
}
