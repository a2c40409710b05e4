/** Loaded before a server that was started with an IPC channel: it ends with the process that started it, however suddenly that went. */
process.once("disconnect", () => process.exit(1));
