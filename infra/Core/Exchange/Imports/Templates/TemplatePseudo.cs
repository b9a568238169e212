using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>CloudFormation's pseudo parameters, and the values of a stack that replace them.</summary>
internal static class TemplatePseudo
{
    /// <summary>The placeholder for a pseudo parameter; null for any other name.</summary>
    public static Value? Of(string name) => name switch
    {
        "AWS::Region" => "${region}",
        "AWS::AccountId" => "${account}",
        "AWS::Partition" => "${partition}",
        "AWS::StackName" => "${stackName}",
        "AWS::StackId" => "${stackId}",
        "AWS::URLSuffix" => "${urlSuffix}",
        _ => null,
    };

    /// <summary>Whether a definition may contain placeholders at a place: never in what a model or a flow
    /// reads.</summary>
    public static bool FitsAt(string place) =>
        place[(place.LastIndexOf('.') + 1)..].ToLowerInvariant()
            is not ("text" or "description" or "code" or "expression");
}
