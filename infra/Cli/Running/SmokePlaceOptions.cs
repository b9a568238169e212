using System.CommandLine;
using Infra.Cli.Commands;

namespace Infra.Cli.Running;

/// <summary>The options for the place of the stack.</summary>
internal sealed class SmokePlaceOptions
{
    private readonly Option<string?> _outputs = new("--outputs")
    {
        Description = "Read the aliases from this file, which 'pulumi stack output --json' wrote; - is standard input.",
        HelpName = "file|-",
    };

    private readonly Option<string> _aliases = new Option<string>("--aliases")
    {
        Description = "Where to read the aliases: SSM parameters, as applications do, or the stack's Pulumi outputs.",
        DefaultValueFactory = _ => "parameters",
    }.AcceptOnlyFromAmong("parameters", "pulumi");

    private readonly Option<string?> _profile = Shared.Profile();

    private readonly Option<string?> _region = Shared.Region();

    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Run the same cases on this stack too, and say which is better, or that the results cannot tell.",
        HelpName = "stack",
    };

    private readonly Option<string?> _compareProfile = new("--compare-profile")
    {
        Description = "The profile for the stack of --compare, if it is in another account.",
        HelpName = "name",
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [_outputs, _aliases, _profile, _region, _compare, _compareProfile];

    /// <summary>The source of the aliases.</summary>
    public AliasSource Source(ParseResult line) => line.GetValue(_outputs) is { } file
        ? new AliasSource.File(file)
        : line.GetValue(_aliases) is "pulumi" ? new AliasSource.Pulumi() : new AliasSource.Parameters();

    /// <summary>Reads the options from the command line.</summary>
    public SmokeOptions Read(ParseResult line, SmokeOptions options) => options with
    {
        Connection = new() { Profile = line.GetValue(_profile), Region = line.GetValue(_region) },
        Compare = line.GetValue(_compare),
        CompareProfile = line.GetValue(_compareProfile),
    };
}
