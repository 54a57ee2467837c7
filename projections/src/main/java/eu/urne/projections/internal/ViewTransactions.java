package eu.urne.projections.internal;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Spring's transactions as Axon wants them: a batch of events and its position are one transaction. */
public final class ViewTransactions implements TransactionManager {

    private final PlatformTransactionManager spring;

    /** Transactions of this manager. */
    public ViewTransactions(PlatformTransactionManager spring) {
        this.spring = spring;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = spring.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                spring.commit(status);
            }

            @Override
            public void rollback() {
                spring.rollback(status);
            }
        };
    }
}
