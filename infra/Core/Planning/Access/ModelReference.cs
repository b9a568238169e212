using Infra.Values;

namespace Infra.Planning.Access;

/// <summary>What the model of a prompt names, as far as access is concerned.</summary>
/// <remarks>
/// Sources: service authorization reference, resource types of bedrock:InvokeModel, read 2026-09; Bedrock API
/// reference, modelId of Converse, read 2026-11-21.
/// </remarks>
public abstract record ModelReference
{
    private ModelReference()
    {
    }

    /// <summary>A model in one region.</summary>
    /// <param name="Arn">Its ARN.</param>
    public sealed record Foundation(Value Arn) : ModelReference;

    /// <summary>A profile of AWS's own: one model, several regions.</summary>
    /// <param name="Id">As in <c>us.amazon.nova-pro-v1:0</c>.</param>
    /// <param name="Arn">Its ARN where it is called.</param>
    /// <param name="Region">The region it is called from; null for the stack's own.</param>
    public sealed record SystemProfile(string Id, Value Arn, string? Region) : ModelReference
    {
        /// <summary>The model behind it.</summary>
        public string Model => Id[(Id.IndexOf('.', StringComparison.Ordinal) + 1)..];

        /// <summary>Whether it routes to every commercial region.</summary>
        public bool IsGlobal => Id.StartsWith("global.", StringComparison.Ordinal);
    }

    /// <summary>A profile somebody made, to see what a team or application costs.</summary>
    public sealed record ApplicationProfile(string Arn) : ModelReference;

    /// <summary>A router that picks a model for each prompt.</summary>
    public sealed record PromptRouter(string Arn) : ModelReference;

    /// <summary>A model of the Bedrock Marketplace, behind an endpoint of SageMaker.</summary>
    public sealed record Endpoint(string Arn) : ModelReference;

    /// <summary>A model somebody trained. Not it is called, but its deployment or provisioned throughput.</summary>
    public sealed record CustomModel(string Arn) : ModelReference;

    /// <summary>What is called by its own ARN alone: provisioned throughput, a deployment, an imported model.</summary>
    public sealed record Other(string Arn) : ModelReference
    {
        /// <summary>Whether it is provisioned throughput.</summary>
        public bool IsProvisioned => Arns.ResourceOf(Arn).StartsWith("provisioned-model/", StringComparison.Ordinal);
    }

    /// <summary>What an id or ARN names.</summary>
    public static ModelReference Of(string model)
    {
        if (!Arns.IsArn(model))
        {
            return IsSystemProfile(model)
                ? new SystemProfile(model, Arns.InAccount("bedrock", $"inference-profile/{model}"), Region: null)
                : new Foundation(Arns.FoundationModel(model));
        }

        var resource = Arns.ResourceOf(model);
        return resource.Split('/')[0] switch
        {
            "foundation-model" => new Foundation(model),
            "inference-profile" => new SystemProfile(resource.Split('/', 2)[^1], model, Arns.RegionOf(model)),
            "application-inference-profile" => new ApplicationProfile(model),
            "prompt-router" or "default-prompt-router" => new PromptRouter(model),
            "endpoint" => new Endpoint(model),
            "custom-model" => new CustomModel(model),
            _ => new Other(model),
        };
    }

    /// <summary>A geography stands before the model's id; providers have longer names than two letters.</summary>
    private static bool IsSystemProfile(string id) => id.Split('.') switch
    {
        ["global" or "apac" or "us-gov", _, ..] => true,
        [{ Length: 2 } geography, _, _, ..] => geography.All(char.IsAsciiLetterLower),
        _ => false,
    };
}
