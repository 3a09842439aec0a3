package com.athento.deployment.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.ModelWords;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInJsonTest {

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'taskDefinitionKey':'deploy','name':'Deploy','due':null} | {'taskDefinitionKey':'deploy','name':'Desplegar','due':null}",
                "[{'name':'Old name','taskDefinitionKey':'deploy'}] | [{'name':'Desplegar','taskDefinitionKey':'deploy'}]",
                "{'activityId':'type-4-deployment:7:abc','activityName':'Type-4 deployment','name':'Type-4 deployment'} | {'activityId':'type-4-deployment:7:abc','activityName':'Despliegue de tipo 4','name':'Despliegue de tipo 4'}",
                "{'_embedded':{'processDefinition':[{'key':'report-incident','name':'Report an incident'}]}} | {'_embedded':{'processDefinition':[{'key':'report-incident','name':'Comunicar una incidencia'}]}}",
                "{'resourceType':'Task','name':'Mine','properties':{'description':'Claimed by you'}} | {'resourceType':'Task','name':'Mine','properties':{'description':'Asignadas a usted'}}",
                "{'n':1.50,'m':12345678901234567890.10,'key':'update-policy','name':'Update policy'} | {'n':1.50,'m':12345678901234567890.10,'key':'update-policy','name':'Política de actualización'}"
            })
    void namesBesideTheirIds(String kept, String shown) {
        assertThat(spanish(json(kept))).contains(json(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'taskDefinitionKey':null,'name':'Deploy'}",
                "{'activityId':'deploy','name':'Deploy'}",
                "{'activityId':'archive','activityName':'Archive'}",
                "{'name':'plan','value':{'key':'deploy','name':'Deploy'}}",
                "{'resourceType':'Task','name':'A list of my own'}",
                "{'key':{'name':'Deploy'},'name':5}",
                "'Deploy'",
                "no JSON",
                ""
            })
    void nothingElse(String kept) {
        assertThat(spanish(json(kept))).isEmpty();
    }

    private static String json(String written) {
        return written.replace('\'', '"');
    }

    private static Optional<String> spanish(String json) {
        return NamesInJson.in(new ModelWords(Language.ES), json.getBytes(UTF_8)).map(bytes -> new String(bytes, UTF_8));
    }
}
