namespace Infra.Cli.Running;

/// <summary>Where a stack's aliases come from.</summary>
internal abstract record AliasSource
{
    private AliasSource()
    {
    }

    /// <summary>The parameters in SSM, as applications read them.</summary>
    internal sealed record Parameters : AliasSource;

    /// <summary>What <c>pulumi stack output --json</c> says.</summary>
    internal sealed record Pulumi : AliasSource;

    /// <summary>A file with what that command printed.</summary>
    /// <param name="Path">The file; <c>-</c> for standard input.</param>
    internal sealed record File(string Path) : AliasSource;
}
