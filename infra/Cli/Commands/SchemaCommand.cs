using System.CommandLine;
using Infra.Targets;

namespace Infra.Cli.Commands;

/// <summary><c>prompts schema</c> prints the JSON Schema of the files in <c>prompts/</c>, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(Host host)
    {
        Command command = new("schema",
            "Print the JSON Schema of the files in prompts/; the repository keeps it as prompts/schema.json.");
        command.SetAction(_ => host.Out.Write(DefinitionSchema.OfDefinitions()));
        return command;
    }
}
