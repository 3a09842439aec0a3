package com.athento.deployment.process;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The language of the expressions in {@code bpmn/}: names of variables, names of our own delegates and listeners,
 * comparisons. It has no functions, calls no methods and reads no properties, so that a text that became an expression
 * by mistake can do nothing. The stock language reaches every bean and, by reflection, the whole virtual machine.
 */
@Component
class ModelExpressions extends JuelExpressionManager {

    /** What a model may name in a {@code delegateExpression}. */
    private static final List<Class<?>> CALLED_BY_MODELS =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private final ListableBeanFactory delegates;

    ModelExpressions(ListableBeanFactory delegates) {
        this.delegates = delegates;
        // The older profile has no syntax for calls of methods: they are refused when parsed.
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5));
    }

    /** The engine and its plugins bring functions of their own; models need none. */
    @Override
    public void addFunction(String name, Method function) {}

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        // Ahead of the variables: none of them can take the place of a step.
        resolver.add(new Delegates(delegates));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        return resolver;
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        try {
            return super.createValueExpression(text);
        } catch (ELException notOurs) {
            throw Refused.because("refused.expression.of-no-model", text);
        }
    }

    @Override
    public Expression createExpression(String text) {
        return new OfModels(text);
    }

    /**
     * Stands in a model, hence always in the scope of something that runs. The engine evaluates without a scope only
     * what came in with a query.
     */
    private final class OfModels extends JuelExpression {

        OfModels(String text) {
            super(createValueExpression(text), ModelExpressions.this, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            if (scope == null) {
                throw isOfATask()
                        ? new OptimisticLockingException(
                                "The task was found, and what runs it was gone by the next look")
                        : RefuseExpressions.refused(getExpressionText());
            }
            return super.getValue(scope, execution);
        }

        /** Whether a listener of a task is asked for, not a query. */
        private static boolean isOfATask() {
            return StackWalker.getInstance()
                    .walk(callers -> callers.anyMatch(
                            caller -> caller.getClassName().equals(DelegateExpressionTaskListener.class.getName())));
        }
    }

    private static final class Delegates extends ReadOnlyMapELResolver {

        private final ListableBeanFactory beans;
        private final Set<String> names = new LinkedHashSet<>();

        Delegates(ListableBeanFactory beans) {
            super(Map.of());
            this.beans = beans;
            // Names alone: some of them need the engine that is being built.
            CALLED_BY_MODELS.forEach(kind -> names.addAll(List.of(beans.getBeanNamesForType(kind, true, false))));
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null || !names.contains(property)) {
                return null;
            }
            context.setPropertyResolved(true);
            return beans.getBean((String) property);
        }
    }
}
