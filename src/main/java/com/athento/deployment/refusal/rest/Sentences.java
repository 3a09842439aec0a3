package com.athento.deployment.refusal.rest;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.refusal.Answer;
import com.athento.deployment.refusal.Answers;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Answers failures of the REST API with {@code {"message": <sentence>}}, and which field it is about. JAX-RS chooses a
 * mapper by the failure's type, hence one for each type that the API throws.
 *
 * @param <E> what it answers
 */
abstract class Sentences<E extends Throwable> implements ExceptionMapper<E> {

    /** Where a request is about one task, its id stands in the path. */
    private static final Pattern TASK = Pattern.compile("(?:^|/)task/([^/]+)(?:/|$)");

    /** Jackson brings mappers of its own for the same types. */
    private static final int FIRST = 1;

    private static final String JSON = "application/json;charset=UTF-8";

    @Context
    private UriInfo address;

    @Context
    private ServletContext application;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(E failure) {
        if (failure instanceof ParseException || failure instanceof MigrationPlanValidationException) {
            // Only admins get here, and the lists of problems are what they need.
            return ExceptionHandlerHelper.getInstance().getResponse(failure);
        }
        var answer = answer(failure);
        return Response.status(answer.status()).type(JSON).entity(answer.body()).build();
    }

    Answer answer(E failure) {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(application)
                .getBean(Answers.class)
                .to(
                        failure,
                        taskId(),
                        ExceptionHandlerHelper.getInstance().getStatus(failure).getStatusCode(),
                        message(failure),
                        language());
    }

    Language language() {
        return Language.of(request.getLocale());
    }

    Answer say(int status, String code, Object... parts) {
        return new Answer(status, Sentence.of(code, parts).in(language()));
    }

    /** With the place in the body, where that is known. */
    Answer at(JsonProcessingException failure, String code, Object... parts) {
        var place = failure.getLocation();
        return place == null
                ? say(400, code, parts)
                : say(400, "refused.json.at", Sentence.of(code, parts), place.getLineNr(), place.getColumnNr());
    }

    Optional<String> message(E failure) {
        return Optional.ofNullable(failure.getMessage());
    }

    private Optional<String> taskId() {
        var task = TASK.matcher(address.getPath());
        return task.find() && !task.group(1).matches("count|create|report")
                ? Optional.of(task.group(1))
                : Optional.empty();
    }

    /** What the API itself throws, often around what the engine threw. */
    @Priority(FIRST)
    static class OfRest extends Sentences<RestException> {

        /** What the API says of an attachment that is not there, and of one that has to stay. */
        private static final String NOT_DELETED = "Deletion is not possible. No attachment exists";

        @Override
        Optional<String> message(RestException failure) {
            return super.message(failure)
                    .map(message -> message.startsWith(NOT_DELETED)
                            ? Sentence.of("refused.attachment.stays").in(language())
                            : message);
        }
    }

    /** What comes from the engine unwrapped: claims, the guard, missing rights. */
    @Priority(FIRST)
    static class OfEngine extends Sentences<ProcessEngineException> {
        @Override
        Optional<String> message(ProcessEngineException failure) {
            return failure instanceof AuthorizationException ? Optional.empty() : super.message(failure);
        }
    }

    /** What is no JSON at all. */
    @Priority(FIRST)
    static class OfBrokenJson extends Sentences<JsonParseException> {
        @Override
        Answer answer(JsonParseException failure) {
            return at(failure, "refused.json.broken");
        }
    }

    /** JSON of another shape than the resource takes. */
    @Priority(FIRST)
    static class OfWrongJson extends Sentences<JsonMappingException> {
        @Override
        Answer answer(JsonMappingException failure) {
            var field = failure.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .reduce((outer, inner) -> outer + "." + inner);
            return field.map(name -> at(failure, "refused.json.field", name))
                    .orElseGet(() -> at(failure, "refused.json.shape"));
        }
    }

    /** Addresses, methods and formats that the API does not have, and faults of ours. */
    @Priority(FIRST)
    static class OfAnythingElse extends Sentences<Throwable> {
        @Override
        Optional<String> message(Throwable failure) {
            if (!(failure instanceof WebApplicationException known)) {
                return Optional.empty();
            }
            var code = switch (known.getResponse().getStatus()) {
                case 404 -> "refused.door.no-address";
                case 405 -> "refused.door.method";
                case 406 -> "refused.door.json-only";
                case 415 -> "refused.door.no-json";
                default -> "";
            };
            return Optional.of(
                    code.isEmpty()
                            ? known.getResponse().getStatusInfo().getReasonPhrase()
                            : Sentence.of(code).in(language()));
        }
    }
}
