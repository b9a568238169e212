namespace Infra.Diagnostics;

/// <content>Stack settings: PRM100 to PRM149.</content>
public static partial class Problems
{
    /// <summary>A secure value in a setting that must be readable.</summary>
    public static Diagnostic SecureValue(Location at, string key) => Error(
        at, "PRM100",
        $"'bedrock-prompts:{key}' may not hold secure values: what is deployed must be readable in a plan. "
            + "Keep the secret where the application reads it, and set its name or ARN here.");

    /// <summary>A setting outside its range.</summary>
    public static Diagnostic SettingOutOfRange(Location at, string key, string value, string least, string most) =>
        Error(at, "PRM101", $"'{key}' is {value}, but must be from {least} to {most}. Write a number in this range.");

    /// <summary>A path that Parameter Store does not accept.</summary>
    public static Diagnostic ParameterPath(Location at, string path) => Error(
        at, "PRM102", $"'{path}' is not a parameter path. Write /a/b with letters, digits, '_', '.', '-'; it may not "
            + "start with aws or ssm.");

    /// <summary>Not the ARN of a KMS key.</summary>
    public static Diagnostic EncryptionKey(Location at) => Error(
        at, "PRM103", "'encryptionKey' should be the ARN of a KMS key: arn:aws:kms:<region>:<account>:key/<id>.");

    /// <summary>A value's name that a placeholder cannot contain.</summary>
    public static Diagnostic ValueName(Location at, string name) => Error(
        at, "PRM104",
        $"'{name}' cannot be the name of a value. Use letters and digits, separated by single '-' or '_'.");

    /// <summary>A tag that AWS does not accept.</summary>
    public static Diagnostic TagCharacters(Location at, string name) => Error(
        at, "PRM105",
        $"The tag '{name}' has characters that AWS does not accept. Use letters, digits, spaces and . _ : / = + @ -");

    /// <summary>A target without releases.</summary>
    public static Diagnostic NothingKept(Location at) => Error(
        at, "PRM106", "No release is listed. List at least one, write 'draft' or 'latest', or remove the name.");

    /// <summary>No release has this number.</summary>
    public static Diagnostic ReleaseNumber(Location at) => Error(
        at, "PRM106", "Release numbers start at 1. Correct the number.");

    /// <summary>A release is listed twice.</summary>
    public static Diagnostic KeptTwice(Location at) => Error(
        at, "PRM106", "A release is listed twice. Keep it once; the order is oldest first.");

    /// <summary>More releases than the service can hold.</summary>
    public static Diagnostic TooManyKept(Location at, int kept, int most) => Error(
        at, "PRM106", $"{kept} releases are listed, but a stack keeps at most {most}: the service allows 10 versions "
            + "in all. Remove the oldest.");

    /// <summary>The live release is not among the kept ones.</summary>
    public static Diagnostic LiveIsNotKept(Location at, int live) => Error(
        at, "PRM107", $"Release {live} is live but not among 'kept'. Add it, or make a kept release live.");

    /// <summary>An inference profile without destinations.</summary>
    public static Diagnostic ProfileLeadsNowhere(Location at, string profile) => Error(
        at, "PRM130", $"'{profile}' lists no destinations. List the regions of its model, or the ARNs that "
            + "'aws bedrock get-inference-profile' prints under models; or remove it.");

    /// <summary>A destination of a profile that is neither a region nor an ARN.</summary>
    public static Diagnostic ProfileDestination(Location at, string text, bool namesModels) => Error(
        at, "PRM131", $"'{text}' is neither a region nor the ARN of a model. Write "
            + (namesModels ? "" : "a region, as in us-east-1, or ")
            + "the ARN of a model: arn:aws:bedrock:<region>::foundation-model/<id>.");

    /// <summary>A key of promptModels that is not the ARN of a prompt.</summary>
    public static Diagnostic PromptModelKey(Location at, string text) => Error(
        at, "PRM132", $"'{text}' is not the ARN of a prompt: arn:aws:bedrock:<region>:<account>:prompt/<id>, "
            + "with :<version> where the flow has it.");

    /// <summary>A placeholder without a value.</summary>
    public static Diagnostic ValueMissing(Location at, string name, string stack) => Error(
        at, "PRM110",
        $"'${{{name}}}' has no value in stack {stack}. Add it to bedrock-prompts:values in Pulumi.{stack}.yaml.");

    /// <summary>A stack lists a name that does not exist.</summary>
    public static Diagnostic UnknownName(Location at, string name, string advice) => Error(
        at, "PRM111", $"There is no prompt, flow or release called '{name}'. {advice}");

    /// <summary>A name that AWS does not accept once it has the stack's prefix.</summary>
    public static Diagnostic NameWithPrefix(Location at, string name) => Error(
        at, "PRM112",
        $"On AWS this would be called '{name}', which is not a valid name: letters and digits, separated by single "
            + "'-' or '_', at most 100. Shorten the name or the stack's namePrefix.");

    /// <summary>Two resources of one plan would have the same name.</summary>
    public static Diagnostic NameCollision(Location at, string name, string owner, string other) => Error(
        at, "PRM113", $"'{owner}' and '{other}' would both declare a resource '{name}'. Rename one of them.");

    /// <summary>A policy's name is too long.</summary>
    public static Diagnostic PolicyNameTooLong(Location at, string name, int most) => Error(
        at, "PRM114", $"The policy '{name}' would have {name.Length} characters; IAM allows {most}. Shorten the name "
            + "or parameterPath.");

    /// <summary>An unknown setting.</summary>
    public static Diagnostic NobodyReads(Location at, string key, string meant) => Error(
        at, "PRM470", $"'{key}' is not a setting. Did you mean '{meant}'?");

    /// <summary>A stack that serves nothing.</summary>
    public static Diagnostic ServesNothing(Location at, string stack, int names) => Warning(
        at, "PRM471", $"Stack {stack} serves none of the {names} prompts and flows. List names under "
            + "'bedrock-prompts:live', or set 'bedrock-prompts:default' to draft or latest.");

    /// <summary>The two providers are given different regions.</summary>
    public static Diagnostic TwoRegions(Location at, string native, string classic) => Error(
        at, "PRM472", $"'aws-native:region' is {native}, but 'aws:region' is {classic}: prompts and their aliases "
            + "would be in different regions. Write one region in both.");

    /// <summary>A value that does not fit where its placeholder is used.</summary>
    public static Diagnostic ValueDoesNotFit(Location at, string name, string use, string problem) => Error(
        at, "PRM473", $"The value of '{name}' does not fit where ${{{name}}} is used, at {use}: {problem}");

    /// <summary>A value with a placeholder in it.</summary>
    public static Diagnostic ValueInValue(Location at, string name) => Error(
        at, "PRM474", $"The value of '{name}' contains a placeholder, and placeholders in values are not replaced. "
            + "Write the whole value.");
}
