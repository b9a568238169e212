using BedrockPrompts;

await CatalogProvider.Serve(args);
