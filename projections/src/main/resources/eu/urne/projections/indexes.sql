-- Made when the tables are filled: to keep them while writing in bulk would cost more than all the rest.
-- Each index IF NOT EXISTS; the statements must not depend on one another.
SELECT 1;
