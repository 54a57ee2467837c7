import { keepLive } from "./live";

keepLive(document);
