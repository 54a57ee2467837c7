package eu.urne.engine.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A writing connection whose n-th statement fails: before it takes effect or after it, as a disk, a crash or a lost
 * answer would have it. Statements are counted from the moment it is armed.
 */
final class FaultyConnection {

    /** When the statement fails. */
    enum When {
        BEFORE,
        AFTER
    }

    private final AtomicInteger untilFault = new AtomicInteger(-1);
    private volatile When when = When.BEFORE;
    private volatile boolean fired;

    /** Lets the n-th statement from now on fail, counted from 0. */
    void arm(int statements, When moment) {
        fired = false;
        when = moment;
        untilFault.set(statements);
    }

    /** Whether a statement has failed since it was armed. */
    boolean hasFired() {
        return fired;
    }

    Connection wrap(Connection connection) {
        return proxy(Connection.class, connection, result -> switch (result) {
            case PreparedStatement prepared -> proxy(PreparedStatement.class, prepared, value -> value);
            case Statement statement -> proxy(Statement.class, statement, value -> value);
            case null, default -> result;
        });
    }

    private <T> T proxy(Class<T> type, T target, UnaryOperator<Object> wrapper) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean fails = (method.getName().startsWith("execute")
                                    || method.getName().equals("commit"))
                            && untilFault.getAndDecrement() == 0;
                    if (fails && when == When.BEFORE) {
                        fired = true;
                        throw new SQLException("injected before " + method.getName());
                    }
                    try {
                        Object result = wrapper.apply(method.invoke(target, arguments));
                        if (fails) {
                            fired = true;
                            throw new SQLException("injected after " + method.getName());
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
