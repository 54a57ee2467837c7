-- Made when the tables are filled: to keep them while writing in bulk would cost more than all the rest.
-- Each index IF NOT EXISTS; the statements must not depend on one another.
-- Lists of proposals are shown newest first: by the id, behind the columns of an index.
CREATE INDEX IF NOT EXISTS proposal_all ON proposal (budget, id);
CREATE INDEX IF NOT EXISTS proposal_shown ON proposal (budget, shown, id);
CREATE INDEX IF NOT EXISTS proposal_state ON proposal (budget, shown, state, id);
CREATE INDEX IF NOT EXISTS proposal_site ON proposal (budget, shown, site, id);
CREATE INDEX IF NOT EXISTS proposal_category ON proposal (budget, shown, category, id);
CREATE INDEX IF NOT EXISTS proposal_site_category ON proposal (budget, shown, site, category, id);
CREATE INDEX IF NOT EXISTS proposal_category_state ON proposal (budget, shown, category, state, id);
CREATE INDEX IF NOT EXISTS proposal_site_state ON proposal (budget, shown, site, state, id);
CREATE INDEX IF NOT EXISTS proposal_text ON proposal (text);
CREATE INDEX IF NOT EXISTS proposal_merged ON proposal (budget, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX IF NOT EXISTS proposal_waiting ON proposal (budget, since) WHERE since IS NOT NULL;
CREATE INDEX IF NOT EXISTS tablet_polls ON poll_tablet (tablet);
