package com.athento.deployment.refusal.web;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Sentence;
import com.athento.deployment.refusal.Answer;
import com.athento.deployment.refusal.Answers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Refusals in our own pages and endpoints: the sentence that the engine's doors give. */
@ControllerAdvice
class Refusals {

    private final Answers answers;

    /** That somebody may send at once. */
    private final DataSize largest;

    Refusals(Answers answers, MultipartProperties files) {
        this.answers = answers;
        this.largest = files.getMaxRequestSize();
    }

    @ExceptionHandler({ProcessEngineException.class, ConcurrencyFailureException.class})
    Object refused(Exception failure, HttpServletRequest request) {
        return say(
                answers.to(
                        failure,
                        Optional.empty(),
                        HttpStatus.INTERNAL_SERVER_ERROR.value(),
                        Optional.empty(),
                        Language.of(request.getLocale())),
                request);
    }

    @ExceptionHandler
    Object refused(HttpMessageNotReadableException failure, HttpServletRequest request) {
        return say(whatIsWrong(failure), request);
    }

    @ExceptionHandler
    Object refused(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return say(
                Sentence.of(
                        "refused.parameter.wrong",
                        failure.getName(),
                        failure.getValue(),
                        whatWouldBeRight(failure.getRequiredType())),
                request);
    }

    @ExceptionHandler
    Object refused(MissingServletRequestParameterException failure, HttpServletRequest request) {
        return say(Sentence.of("refused.parameter.missing", failure.getParameterName()), request);
    }

    @ExceptionHandler
    Object refused(MultipartException failure, HttpServletRequest request) {
        return failure instanceof MaxUploadSizeExceededException
                ? say(413, Sentence.of("refused.upload.too-large", largest.toMegabytes()), request)
                : say(Sentence.of("refused.upload.none"), request);
    }

    private static Sentence whatIsWrong(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JsonMappingException shape
                && !shape.getPath().isEmpty()) {
            var field = shape.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."));
            return Sentence.of("refused.json.field", field);
        }
        return failure.getCause() instanceof JsonProcessingException broken && broken.getLocation() != null
                ? Sentence.of(
                        "refused.json.at",
                        Sentence.of("refused.json.broken"),
                        broken.getLocation().getLineNr(),
                        broken.getLocation().getColumnNr())
                : Sentence.of("refused.json.missing");
    }

    private static Sentence whatWouldBeRight(Class<?> type) {
        if (type != null && type.isEnum()) {
            return Sentence.of(
                    "refused.parameter.one-of",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return Sentence.of(
                type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type))
                        ? "refused.parameter.whole-number"
                        : "refused.parameter.another");
    }

    private static Object say(Sentence sentence, HttpServletRequest request) {
        return say(400, sentence, request);
    }

    private static Object say(int status, Sentence sentence, HttpServletRequest request) {
        return say(new Answer(status, sentence.in(Language.of(request.getLocale()))), request);
    }

    private static Object say(Answer answer, HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/") || path.startsWith("/demo/api/")) {
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(answer.body());
        }
        return new ModelAndView("failed", HttpStatus.valueOf(answer.status()))
                .addObject("status", answer.status())
                .addObject("heading", null)
                .addObject("sentence", answer.message());
    }
}
