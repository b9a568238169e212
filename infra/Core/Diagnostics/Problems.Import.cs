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
        $"The file is not valid JSON: {reason.TrimEnd('.')}. Correct it, or save the output of the AWS CLI again.");

    /// <summary>A file to import without a prompt or flow.</summary>
    public static Diagnostic NothingToImport(Location at) => Error(
        at,
        "PRM351",
        "There is no prompt or flow in the file. Import what 'aws bedrock-agent get-prompt' or 'get-flow' prints, a "
            + "request to CreatePrompt or CreateFlow, or a CloudFormation template.");

    /// <summary>A value of the wrong type for the API.</summary>
    public static Diagnostic ImportedKind(Location at, string place, string expected) => Error(
        at,
        "PRM352",
        $"'{place}' is not {expected}. Correct it.");

    /// <summary>A CloudFormation function whose value the template does not contain.</summary>
    public static Diagnostic ImportedFunction(Location at, string place, string function, string advice) => Error(
        at, "PRM620", $"'{place}' is {function}, whose value the template does not contain. {advice}");

    /// <summary>A model that Bedrock does not have under that name.</summary>
    public static Diagnostic ImportedModel(Location at, string place, string model) => Error(
        at, "PRM622", $"'{place}' is '{model}', which is not the id of a model on Bedrock. Give one with --model.");

    /// <summary>An assertion without an equivalent here.</summary>
    public static Diagnostic ImportedAssertion(Location at, string place, string type) => Warning(
        at,
        "PRM623",
        $"'{place}' is '{type}', which has no equivalent here and is left out. If the test needs it, add an "
            + "expectation by hand.");

    /// <summary>A file that the file to import refers to.</summary>
    public static Diagnostic ImportedFileElsewhere(Location at, string place, string path) => Error(
        at, "PRM624", $"The text of '{place}' is in the file '{path}'. Import both together: prompts import "
            + $"{at.File} {path}.");

    /// <summary>A text with tags of a template language.</summary>
    public static Diagnostic ImportedTemplating(Location at, string place) => Error(
        at,
        "PRM625",
        $"'{place}' has a '{{%' tag of a template language, and Bedrock has none: it replaces {{{{name}}}} only. Write "
            + "the text without tags; where they choose between texts, make each text a prompt of its own.");

    /// <summary>A Terraform file.</summary>
    public static Diagnostic ImportedTerraform(Location at) => Error(
        at,
        "PRM626",
        "Terraform files cannot be imported. Import what 'terraform show -json' prints, for the state or for a plan.");

    /// <summary>Something that the other system has no equivalent for.</summary>
    public static Diagnostic CannotExport(Location at, string what, string system) => Warning(
        at, "PRM627", $"{what} is left out because {system} has no equivalent. Add what you need to the exported "
            + "file by hand.");

    /// <summary>A value that the template leaves open and a definition states.</summary>
    public static Diagnostic ImportTakes(Location at, string place, string value, string reason) => Warning(
        at, "PRM621", $"'{place}' is imported as '{value}', {reason}. Check the imported file.");

    /// <summary>Something that the API requires is missing.</summary>
    public static Diagnostic ImportLacks(Location at, string place) => Error(
        at, "PRM353", $"'{place}' is missing. Add it: the service requires it.");

    /// <summary>Something that a definition cannot hold.</summary>
    public static Diagnostic CannotImport(Location at, string place) => Warning(
        at, "PRM354", $"'{place}' is left out because a definition cannot hold it. Check whether you need it.");

    /// <summary>More or fewer variants than one.</summary>
    public static Diagnostic ImportedVariants(Location at, int count) => Error(
        at,
        "PRM355",
        count == 0
            ? "There is no variant, so there is no text. Add one to this file, or to the prompt on AWS and export it "
                + "again."
            : $"There are {count} variants, but AWS accepts 1. Leave one in the file; to keep the others, import "
                + "each under a name of its own.");

    /// <summary>topK in a place where Bedrock has no such field.</summary>
    public static Diagnostic TopKMoved(Location at, string place) => Warning(
        at,
        "PRM356",
        $"'{place}' is not a field of Bedrock, so it was moved to 'inference', which sends it under the model's own "
            + "name. Check the imported file.");

    /// <summary>A variable that the text uses and the list lacks.</summary>
    public static Diagnostic VariableAdded(Location at, string name, string place) => Warning(
        at, "PRM357", $"'{place}' lacks '{name}', which the text uses, so it was added. Check the imported file.");

    /// <summary>A variable in the list that the text does not use, or that is listed twice.</summary>
    public static Diagnostic VariableRemoved(Location at, string name, string place) => Warning(
        at,
        "PRM358",
        $"'{place}' has '{name}', which the text does not use, so it was removed. Check whether the text should use "
            + "it.");

    /// <summary>Something that is not part of a definition.</summary>
    public static Diagnostic ImportedElsewhere(Location at, string place, string advice) => Warning(
        at, "PRM359", $"'{place}' is left out because it is not part of a definition. {advice}");

    /// <summary>No name, or one that a definition cannot have.</summary>
    public static Diagnostic ImportedName(Location at, string name) => Error(
        at,
        "PRM360",
        (name.Length == 0
                ? "The file gives no name to the definition. "
                : $"'{name}' cannot be the name of a definition. ")
            + "Give one with --name: letters and digits, separated by single '_' or '-', at most 100.");

    /// <summary>A definition that exists already.</summary>
    public static Diagnostic ImportWouldOverwrite(Location at, string path) => Error(
        at, "PRM361", $"{path} already exists and was not changed. Choose another name with --name, or replace the "
            + "file with --force.");

    /// <summary>A name that is given twice and must be unique.</summary>
    public static Diagnostic ImportedTwice(Location at, string name, string place) => Error(
        at, "PRM363", $"'{place}' has '{name}' twice. Rename or remove one.");

    /// <summary>A word that the API does not know.</summary>
    public static Diagnostic ImportedWord(Location at, string place, string word, string known) => Error(
        at, "PRM364", $"'{place}' is '{word}', which the service does not know. Write one of {known}.");

    /// <summary>Something that the file omits and a definition states.</summary>
    public static Diagnostic ImportAssumes(Location at, string place, string value) => Warning(
        at, "PRM365", $"'{place}' is missing: {value} is used. Check the imported file.");

    /// <summary>An empty list or text, which means the same as none.</summary>
    public static Diagnostic ImportedEmpty(Location at, string place) => Warning(
        at,
        "PRM366",
        $"'{place}' is empty and is left out. You need not do anything: to AWS both mean the same.");

    /// <summary>A text to import whose braces would include a partial.</summary>
    public static Diagnostic ImportedPartial(Location at, string place, string name) => Error(
        at,
        "PRM367",
        $"'{place}' contains {{{{> {name}}}}}, which a definition replaces with the partial of that name. Write the "
            + "text itself in its place.");

    /// <summary>An id, ARN or tag to import with a placeholder in it.</summary>
    public static Diagnostic ImportedPlaceholder(Location at, string place) => Warning(
        at,
        "PRM368",
        $"'{place}' contains '${{', which a definition replaces with a value of the stack. Set that value in "
            + "bedrock-prompts:values, or write the text itself.");

    /// <summary>A node that names a version of a prompt that is imported with it.</summary>
    public static Diagnostic ImportedVersion(Location at, string place, string name, string version) => Warning(
        at,
        "PRM460",
        $"'{place}' names version {version} on AWS; the flow now uses the live release of '{name}' in each stack. To "
            + $"pin a release, make one and write {name}@1.");

    /// <summary>A prompt without a model.</summary>
    public static Diagnostic ImportLacksModel(Location at, string place) => Error(
        at, "PRM461", $"'{place}' is missing, but a definition must name a model. Give one with --model.");
}
