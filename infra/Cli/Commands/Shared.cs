using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Workspace;

namespace Infra.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class Shared
{
    private const string FolderName = "--cwd";
    private const string AsOfName = "--as-of";
    private const string ConfigName = "--config";

    /// <summary>New options for every command of one run; an option keeps each command that it is added to.</summary>
    public static IEnumerable<Option> Everywhere() => [FolderOption(), AsOfOption(), ConfigOption()];

    /// <summary>The folder to work in; null for the current one.</summary>
    public static string? Folder(this ParseResult line) => line.GetValue<string?>(FolderName);

    /// <summary>The day on which models are checked; null for today.</summary>
    public static DateOnly? AsOf(this ParseResult line) => line.GetValue<DateOnly?>(AsOfName);

    /// <summary>Settings that are not in a file.</summary>
    public static (string Key, string Text)[] Config(this ParseResult line) =>
        line.GetValue<(string Key, string Text)[]>(ConfigName) ?? [];

    /// <summary>Reads a day as in <c>2027-01-08</c>.</summary>
    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"'{text}' is not a date. Write one as in 2027-01-08.");
        return null;
    }

    /// <summary>The format of the result.</summary>
    public static Option<string> Format(params string[] formats)
    {
        Option<string> format = new("--format", "-f")
        {
            Description = "How to print it.",
            DefaultValueFactory = _ => formats[0],
            HelpName = string.Join('|', formats),
        };
        format.AcceptOnlyFromAmong(formats);
        return format;
    }

    /// <summary>The stack to work on.</summary>
    public static Argument<string> Stack() => new("stack")
    {
        Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
    };

    /// <summary>The prompt or flow to work on.</summary>
    public static Argument<string> Definition() => new("name")
    {
        Description = "The prompt or flow: the <name> of prompts/<name>.yaml.",
    };

    /// <summary>A definition by its name; null when its file cannot be read as one, which is reported.</summary>
    /// <exception cref="Failure">There is no such file.</exception>
    public static Definition? Find(Checked<Project> project, string name)
    {
        var definitions = project.Value!.Catalog.Definitions;
        return definitions.TryGetValue(name, out var definition) || project.Diagnostics.HasErrors()
            ? definition
            : throw new Failure($"There is no prompts/{name}.yaml. {DidYouMean.Advice(name, [.. definitions.Keys])}");
    }

    /// <summary>Whether to use the local Bedrock.</summary>
    public static Option<bool> Local() => new("--local") { Description = "Use the local Bedrock instead of AWS." };

    /// <summary>The profile with the credentials.</summary>
    public static Option<string?> Profile() => new("--profile")
    {
        Description = "A profile of the AWS configuration.",
        HelpName = "name",
    };

    /// <summary>The region of the stack.</summary>
    public static Option<string?> Region() => new("--region")
    {
        Description = "The AWS region, if not the one in the stack's file.",
        HelpName = "region",
    };

    /// <summary>The stack whose file is edited.</summary>
    public static Option<string> MovingStack() => new("--stack", "-s")
    {
        Description = "The environment whose file is edited: the <stack> of Pulumi.<stack>.yaml.",
        HelpName = "stack",
        Required = true,
    };

    /// <summary>What moves together with the given name: a flow and its prompts may have to.</summary>
    public static Option<string[]> With(string description) => new("--with", "-w")
    {
        Description = description,
        HelpName = "name",
    };

    /// <summary>The project's folder for a call.</summary>
    public static string Project(this ParseResult line, Host host) =>
        ProjectFolder.Find(host.PathOf(line.Folder() ?? "."));

    /// <summary>Named as in Pulumi.</summary>
    private static Option<string?> FolderOption() => new(FolderName, "-C")
    {
        Description = "Work in this folder instead of the current one.",
        Recursive = true,
        HelpName = "folder",
    };

    private static Option<DateOnly?> AsOfOption() => new(AsOfName)
    {
        Description = "Look at models as of this day instead of today, as in 2027-01-08.",
        Recursive = true,
        HelpName = "day",
        CustomParser = Day,
    };

    /// <summary>Named as in Pulumi.</summary>
    private static Option<(string Key, string Text)[]> ConfigOption() => new(ConfigName, "-c")
    {
        Description = "A setting that overrides the stack's file, as in default=draft; may be repeated.",
        Recursive = true,
        Arity = ArgumentArity.OneOrMore,
        HelpName = "key=value",
        CustomParser = result =>
        {
            var pairs = result.Tokens.Select(token => token.Value.Split('=', 2)).ToArray();
            if (pairs.FirstOrDefault(pair => pair.Length < 2 || pair[0].Length == 0) is { } wrong)
            {
                result.AddError($"'{string.Join('=', wrong)}' is not a setting. Write one as in default=draft.");
                return [];
            }

            return [.. pairs.Select(pair => (pair[0], pair[1]))];
        },
    };
}
