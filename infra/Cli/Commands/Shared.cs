using System.CommandLine;
using Infra.Cli.Files;

namespace Infra.Cli.Commands;

/// <summary>Options that several commands take, spelled once.</summary>
internal static class Shared
{
    /// <summary>The folder to work in, as Pulumi's own <c>--cwd</c>.</summary>
    public static readonly Option<string?> Folder = new("--cwd", "-C")
    {
        Description = "Work in this folder instead of the current one.",
        Recursive = true,
        HelpName = "folder",
    };

    /// <summary>The stack to work on.</summary>
    public static Argument<string> Stack() => new("stack")
    {
        Description = "The environment: the <stack> of Pulumi.<stack>.yaml.",
    };

    /// <summary>Whether the local Bedrock is meant.</summary>
    public static Option<bool> Local() => new("--local") { Description = "Use the local Bedrock instead of AWS." };

    /// <summary>The stack whose file is edited.</summary>
    public static Option<string> MovingStack() => new("--stack", "-s")
    {
        Description = "The environment whose file is edited: the <stack> of Pulumi.<stack>.yaml.",
        HelpName = "stack",
        Required = true,
    };

    /// <summary>The project's folder for this call.</summary>
    public static string Project(this ParseResult line, Host host) =>
        ProjectFolder.Find(Path.GetFullPath(line.GetValue(Folder) ?? ".", host.Folder));
}
