namespace Infra.Cli.Running;

/// <summary>The source of a stack's aliases.</summary>
internal abstract record AliasSource
{
    private AliasSource()
    {
    }

    /// <summary>The parameters in SSM, which applications read.</summary>
    internal sealed record Parameters : AliasSource;

    /// <summary>The output of <c>pulumi stack output --json</c>.</summary>
    internal sealed record Pulumi : AliasSource;

    /// <summary>A file with the output of that command.</summary>
    /// <param name="Path">The file; <c>-</c> for standard input.</param>
    internal sealed record File(string Path) : AliasSource;
}
