package eu.urne.api.moving;

import eu.urne.api.desk.DeskDatabase;
import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.DataDirectory;
import eu.urne.engine.Engine;
import eu.urne.engine.blob.BlobStore;
import eu.urne.engine.consult.AnswerStore;
import eu.urne.engine.moving.Parts;
import eu.urne.engine.store.EventSerializer;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an installation of this program has. */
final class InstallationParts {

    private InstallationParts() {}

    /** The parts, with the key of the vault as these settings name it. */
    static Parts of(Settings settings) {
        EventSerializer serializer = Engine.serializer();
        Map<String, String> vaultKey = Map.of(
                VaultKey.VARIABLE, settings.text(Setting.VAULT_KEY),
                VaultKey.FILE_VARIABLE, settings.text(Setting.VAULT_KEY_FILE));
        return new Parts(
                entry -> Engine.established(serializer, entry),
                Engine.terms(serializer),
                List.of(Vault.TABLES, BlobStore.TABLES, AnswerStore.TABLES, DeskDatabase.TABLES),
                (folder, stores) -> takeKeys(folder, stores, vaultKey));
    }

    private static void takeKeys(Path folder, StoreSettings stores, Map<String, String> vaultKey) {
        try (DataDirectory data = DataDirectory.open(folder, "", stores);
                Vault vault = Vault.open(data, vaultKey)) {
            vault.takeKeys();
        }
    }
}
