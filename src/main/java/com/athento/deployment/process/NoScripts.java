package com.athento.deployment.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Knows no language of scripts. The engine brings one that needs no library and reaches any class: its expression
 * language as a script, {@code juel}, to which {@link ModelExpressions} means nothing.
 */
class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {}

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(null);
    }

    /** None, which the engine reports as an unknown language. */
    @Override
    public ScriptEngine getScriptEngine(String language, boolean fromCache) {
        return null;
    }
}
