package com.athento.deployment.process;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the engine what is no secret, whatever the person who acts may read. */
@Component
public class AsTheApplication {

    private final ProcessEngine engine;
    private final TransactionTemplate transaction;

    AsTheApplication(@Lazy ProcessEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The engine's answer. */
    public <T> T ask(Callable<T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(commands -> commands.runWithoutAuthorization(question));
    }

    /** The same, and nothing stays of it; the engine writes down what its tables were asked. */
    public <T> T askInPassing(Callable<T> question) {
        return transaction.execute(passing -> {
            passing.setRollbackOnly();
            return ask(question);
        });
    }
}
