namespace Infra.Diagnostics;

/// <content>
/// Import of what exists: PRM350 to PRM368, PRM460 and PRM461, PRM620 and above. A place is written as in
/// <c>variants[0].name</c>.
/// </content>
public static partial class Problems
{
    /// <summary>A file to import that is not JSON.</summary>
    public static Diagnostic ImportIsNotJson(Location at, string reason) => Error(
        at,
        "PRM350",
        $"The file is not JSON: {reason.TrimEnd('.')}. Save what the API or CloudFormation gave as JSON.");

    /// <summary>A file to import in which there is no prompt and no flow.</summary>
    public static Diagnostic NothingToImport(Location at) => Error(
        at,
        "PRM351",
        "There is no prompt or flow in the file. Give what GetPrompt, GetFlow, CreatePrompt or CreateFlow has, "
            + "or a CloudFormation resource.");

    /// <summary>A value of another kind than the API has there; CloudFormation's functions included.</summary>
    public static Diagnostic ImportedKind(Location at, string place, string expected) => Error(
        at,
        "PRM352",
        $"'{place}' is not {expected}. Correct it.");

    /// <summary>A function of CloudFormation whose value the template itself does not say.</summary>
    public static Diagnostic ImportedFunction(Location at, string place, string function, string advice) => Error(
        at, "PRM620", $"'{place}' is {function}, and the template does not say what that is. {advice}");

    /// <summary>A prompt whose model Bedrock does not have under that name.</summary>
    public static Diagnostic ImportedModel(Location at, string place, string model) => Error(
        at, "PRM622", $"'{place}' is '{model}', which is not the id of a model on Bedrock. Give one with --model.");

    /// <summary>An assertion that no expectation corresponds to.</summary>
    public static Diagnostic ImportedAssertion(Location at, string place, string type) => Warning(
        at,
        "PRM623",
        $"'{place}' is '{type}', for which there is no expectation: it is left out. Write one by hand if the test "
            + "needs it.");

    /// <summary>A file that a file to import names.</summary>
    public static Diagnostic ImportedFileElsewhere(Location at, string place, string path) => Error(
        at, "PRM624", $"'{place}' is in the file '{path}'. Name that file in the same command.");

    /// <summary>A text with tags of a template language.</summary>
    public static Diagnostic ImportedTemplating(Location at, string place) => Error(
        at,
        "PRM625",
        $"'{place}' has a '{{%' tag of a template language, and Bedrock has none: it replaces {{{{name}}}} only. Write "
            + "the text without tags; where they choose between texts, make each text a prompt of its own.");

    /// <summary>A file of Terraform's language.</summary>
    public static Diagnostic ImportedTerraform(Location at) => Error(
        at,
        "PRM626",
        "Terraform's language is not read. Import what 'terraform show -json' prints for the state or a plan.");

    /// <summary>Something that another system's form has no word for.</summary>
    public static Diagnostic CannotExport(Location at, string what, string system) => Warning(
        at, "PRM627", $"{what} is left out: {system} has nothing that means the same.");

    /// <summary>A value that a template leaves to whoever deploys it, and a definition states.</summary>
    public static Diagnostic ImportTakes(Location at, string place, string value, string reason) => Warning(
        at, "PRM621", $"'{place}' is imported as '{value}', {reason}. Check the imported file.");

    /// <summary>Something that the API requires and the file lacks.</summary>
    public static Diagnostic ImportLacks(Location at, string place) => Error(
        at, "PRM353", $"'{place}' is missing. Add it: the service requires it.");

    /// <summary>Something that a definition cannot say.</summary>
    public static Diagnostic CannotImport(Location at, string place) => Warning(
        at, "PRM354", $"'{place}' is left out: a definition has no place for it. Check whether you can do without.");

    /// <summary>More or fewer variants than one.</summary>
    public static Diagnostic ImportedVariants(Location at, int count) => Error(
        at,
        "PRM355",
        count == 0
            ? "There is no variant, so there is no text. Add one to the file, or to the prompt on AWS and get it again."
            : $"There are {count} variants, but the service takes 1. Leave one in the file and import each under a "
                + "name of its own.");

    /// <summary>topK where Bedrock has no such field.</summary>
    public static Diagnostic TopKMoved(Location at, string place) => Warning(
        at,
        "PRM356",
        $"'{place}' is not a field of Bedrock: it was moved to 'inference', which sends it under the model's own name. "
            + "Check the imported file.");

    /// <summary>A variable that the text uses and the list lacked.</summary>
    public static Diagnostic VariableAdded(Location at, string name, string place) => Warning(
        at, "PRM357", $"'{place}' lacks '{name}', which the text uses: it has been added. Check the imported file.");

    /// <summary>A variable in the list that the text does not use, or that stood there twice.</summary>
    public static Diagnostic VariableRemoved(Location at, string name, string place) => Warning(
        at,
        "PRM358",
        $"'{place}' has '{name}', which the text does not use: it has been removed. Check whether the text should "
            + "use it.");

    /// <summary>Something that is stated elsewhere.</summary>
    public static Diagnostic ImportedElsewhere(Location at, string place, string advice) => Warning(
        at, "PRM359", $"'{place}' is left out, since a definition does not state it. {advice}");

    /// <summary>No name, or one that no file can have.</summary>
    public static Diagnostic ImportedName(Location at, string name) => Error(
        at,
        "PRM360",
        $"'{name}' cannot be the name of a definition. Give one with --name: letters and digits, separated by single "
            + "'_' or '-', at most 100.");

    /// <summary>A definition that exists already.</summary>
    public static Diagnostic ImportWouldOverwrite(Location at, string path) => Error(
        at, "PRM361", $"{path} exists, and is left as it is. Give another --name, or --force to replace it.");

    /// <summary>A connection to a node or input that the flow does not have.</summary>
    public static Diagnostic ImportedConnection(Location at, string connection, string target) => Error(
        at,
        "PRM362",
        $"The connection '{connection}' leads to '{target}', which the flow does not have. Correct its target, or "
            + "remove it.");

    /// <summary>A name that stands twice where it must be unique.</summary>
    public static Diagnostic ImportedTwice(Location at, string name, string place) => Error(
        at, "PRM363", $"'{place}' has '{name}' twice. Rename or remove one.");

    /// <summary>A word that the API does not have there.</summary>
    public static Diagnostic ImportedWord(Location at, string place, string word, string known) => Error(
        at, "PRM364", $"'{place}' is '{word}', which the service does not know. Write one of {known}.");

    /// <summary>Something the file is silent about, and a definition is not.</summary>
    public static Diagnostic ImportAssumes(Location at, string place, string value) => Warning(
        at, "PRM365", $"'{place}' is missing: {value} is taken. Check the imported file.");

    /// <summary>An empty list or text, which says what its absence says.</summary>
    public static Diagnostic ImportedEmpty(Location at, string place) => Warning(
        at,
        "PRM366",
        $"'{place}' is empty and is left out. Nothing need be done: the service takes both for the same.");

    /// <summary>A text to import that would become another, since braces mean more in a definition.</summary>
    public static Diagnostic ImportedPartial(Location at, string place, string name) => Error(
        at,
        "PRM367",
        $"'{place}' holds {{{{> {name}}}}}, which a definition replaces with the partial of that name. Write the text "
            + "itself in its place.");

    /// <summary>An id, ARN or tag to import that holds what a stack fills in.</summary>
    public static Diagnostic ImportedPlaceholder(Location at, string place) => Warning(
        at,
        "PRM368",
        $"'{place}' holds '${{', which a definition replaces with a value of the stack. Set that value in "
            + "bedrock-prompts:values, or write what belongs there.");

    /// <summary>A node that asked for a version of a prompt that is imported as well.</summary>
    public static Diagnostic ImportedVersion(Location at, string place, string name, string version) => Warning(
        at,
        "PRM460",
        $"'{place}' asks for version {version} on AWS; the flow now takes what a stack has live of '{name}'. To fix a "
            + $"release, make one and write {name}@1.");

    /// <summary>A prompt without a model, which needs one in its file.</summary>
    public static Diagnostic ImportLacksModel(Location at, string place) => Error(
        at, "PRM461", $"'{place}' is missing, and a definition names its model. Give one with --model.");
}
