using System.CommandLine;
using Infra.Targets;

namespace Infra.Cli.Commands;

/// <summary><c>prompts schema</c> prints the JSON Schema of the files in <c>prompts/</c>, for editors, or of plans, for
/// programs that evaluate them.</summary>
internal static class SchemaCommand
{
    private const string Definitions = "definitions";
    private const string Plan = "plan";

    public static Command Create(Host host)
    {
        Argument<string> what = new Argument<string>("what")
        {
            Description = "definitions: the files in prompts/; the repository keeps it as prompts/schema.json. "
                + "plan: what 'plan --format json' prints.",
            DefaultValueFactory = _ => Definitions,
            Arity = ArgumentArity.ZeroOrOne,
        }.AcceptOnlyFromAmong(Definitions, Plan);
        Command command = new("schema", "Print the JSON Schema of the files in prompts/, or of plans.") { what };
        command.SetAction(line => host.Out.Write(
            line.GetValue(what) is Plan ? PlanSchema.OfPlans() : DefinitionSchema.OfDefinitions()));
        return command;
    }
}
