import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.bedrockagentruntime.BedrockAgentRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockagentruntime.model.InvokeFlowResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.*;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import static java.nio.charset.StandardCharsets.UTF_8;
import static software.amazon.awssdk.utils.CompletableFutureUtils.joinLikeSync;

/** Calls the prompts and flows that a stack deploys, by name; threads may share it. Copy this file; it needs Java 17
 *  and ssm, bedrockruntime and bedrockagentruntime of software.amazon.awssdk.
 *  <pre>var prompts = new Prompts("/bedrock-prompts/prod", null);          // the stack's parameterPath
 *  var answer = prompts.get("greeting-email").converse(Map.of("customer_name", "María"));
 *  System.out.println(answer.text + answer.usage);
 *  answer.succeeded(true);                                            // the metric Success of this release</pre>
 *  With a unitKey that all processes share, a keyed hash shows which calls belong to the same unit. */
public record Prompts(String path, String stack, byte[] unitKey, SsmClient ssm, BedrockRuntimeAsyncClient runtime,
        BedrockAgentRuntimeAsyncClient flows, Map<String, Known> known) {
    record Known(String arn, Map<String, JsonNode> experiment, long until) { }

    public Prompts(String path, byte[] unitKey) {
        this(path, path.substring(path.lastIndexOf('/') + 1), unitKey, SsmClient.create(),
            BedrockRuntimeAsyncClient.create(), BedrockAgentRuntimeAsyncClient.create(), new ConcurrentHashMap<>());
    }
    public Prompt get(String name) { return new Prompt(this, name, null); }

    /** The live ARN and the experiment, empty if none; cached for a minute, and old ones are better than none. */
    Known lookUp(String name) {
        var old = known.get(name);
        if (old != null && System.nanoTime() - old.until < 0) return old;
        // During a look-up, and after a failed one, other calls use the cached values.
        var until = System.nanoTime() + 60_000_000_000L;
        if (old != null) known.put(name, new Known(old.arn, old.experiment, until));
        String live = path + "/" + name + "/live", experiment = path + "/" + name + "/experiment";
        try {
            var found = ssm.getParameters(request -> request.names(live, experiment)).parameters().stream()
                .collect(Collectors.toMap(parameter -> parameter.name(), parameter -> parameter.value()));
            if (!found.containsKey(live)) throw ParameterNotFoundException.builder().message(live).build();
            var json = JsonNode.parser().parse(found.getOrDefault(experiment, "{}")).asObject();
            known.put(name, new Known(found.get(live), json, until));
            return known.get(name);
        } catch (SdkException failed) {
            if (old == null || failed instanceof ParameterNotFoundException) throw failed;
            return old;
        }
    }

    /** A prompt or flow by name. A unit (a user, an account ...) may get an arm of an experiment. */
    public record Prompt(Prompts prompts, String name, String unit) {
        public Prompt forUnit(String unit) { return new Prompt(prompts, name, unit); }

        public Answer converse(Map<String, String> variables) {
            var answer = choose();
            var response = joinLikeSync(prompts.runtime.converse(request -> request
                .modelId(answer.arn).promptVariables(texts(variables)).requestMetadata(answer.tags)));
            answer.usage = response.usage();
            response.output().message().content().forEach(block -> answer.add(block.text()));
            return answer;
        }
        /** Calls the prompt; pieces gets the text as it arrives. */
        public Answer stream(Map<String, String> variables, Consumer<String> pieces) {
            var answer = choose();
            var visitor = ConverseStreamResponseHandler.Visitor.builder().onMetadata(e -> answer.usage = e.usage())
                .onContentBlockDelta(event -> answer.add(event.delta().text()).ifPresent(pieces)).build();
            joinLikeSync(prompts.runtime.converseStream(
                request -> request.modelId(answer.arn).promptVariables(texts(variables)).requestMetadata(answer.tags),
                ConverseStreamResponseHandler.builder().subscriber(visitor).build()));
            return answer;
        }
        /** Calls the flow; node is its Input. The answer's outputs are the documents of its Output nodes, by name. */
        public Answer invoke(Document document, String node) {
            var answer = choose();
            var visitor = InvokeFlowResponseHandler.Visitor.builder()
                .onFlowOutputEvent(event -> answer.outputs.put(event.nodeName(), event.content().document())).build();
            joinLikeSync(prompts.flows.invokeFlow(request -> request
                    .flowIdentifier(answer.arn.split("/")[1]).flowAliasIdentifier(answer.arn.split("/")[3])
                    .inputs(in -> in.nodeName(node).nodeOutputName("document").content(c -> c.document(document))),
                InvokeFlowResponseHandler.builder().subscriber(visitor).build()));
            return answer;
        }
        /** What to call now, with its tags; the release is the version's number unless an experiment names it. */
        Answer choose() {
            var answer = new Answer();
            var live = prompts.lookUp(name);
            String[] version = live.arn.split(":"), alias = live.arn.split("/alias/");
            answer.stack = prompts.stack;
            answer.arn = live.arn;
            answer.tags.put("prompt", name);
            answer.tags.put("release", alias.length > 1 ? alias[1] : version.length > 6 ? "v" + version[6] : "DRAFT");
            var test = live.experiment;
            if (unit == null || !(say(test, "v") + say(test, "hash")).equals("1gb2-utf8")) return answer;
            var dealt = bucket(say(test, "seed"), unit);
            var chosen = test.get("arms").asArray().stream().map(JsonNode::asObject).filter(arm -> 1 == arm.get("range")
                    .asArray().stream().filter(edge -> Double.parseDouble(edge.text()) <= dealt).count())
                .findFirst().orElseGet(() -> test.get("otherwise").asObject());
            answer.arn = say(chosen, "arn");
            answer.tags.put("release", say(chosen, "release"));
            if (!chosen.containsKey("key")) return answer;
            answer.tags.putAll(Map.of("experiment", say(test, "experiment"), "arm", say(chosen, "key")));
            if (prompts.unitKey != null) answer.tags.put("unit", keyed(prompts.unitKey, unit));
            return answer;
        }
    }
    public static final class Answer {
        public String text = "";
        public TokenUsage usage;
        public final Map<String, Document> outputs = new ConcurrentHashMap<>();
        final Map<String, String> tags = new TreeMap<>();
        String stack, arn;
        Optional<String> add(String piece) { text += piece == null ? "" : piece; return Optional.ofNullable(piece); }

        /** Reports whether the answer was good: one line in CloudWatch's embedded metric format, on standard output. */
        public void succeeded(boolean success) {
            var line = new StringBuilder("{\"_aws\":{\"Timestamp\":" + System.currentTimeMillis()).append("""
                ,"CloudWatchMetrics":[{"Namespace":"BedrockPrompts","Dimensions":[["Stack","Name","Release"]],\
                "Metrics":[{"Name":"Success"}]}]},"Success":%d,"Stack":"%s\"""".formatted(success ? 1 : 0, stack));
            tags.forEach((tag, value) -> line.append(",\"").append(tag.equals("prompt") ? "Name"
                : tag.equals("release") ? "Release" : tag).append("\":\"").append(value).append('"'));
            System.out.println(line.append('}'));
        }
    }
    static Map<String, PromptVariableValues> texts(Map<String, String> variables) {
        return variables.entrySet().stream().collect(
            Collectors.toMap(Map.Entry::getKey, variable -> PromptVariableValues.fromText(variable.getValue())));
    }
    static String say(Map<String, JsonNode> node, String name) {
        return node.containsKey(name) ? node.get(name).text() : "";
    }
    static String keyed(byte[] key, String unit) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(unit.getBytes(UTF_8)), 0, 16);
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
    /** From 0 to 0.9999: GrowthBook's hash version 2, over UTF-8 bytes. */
    static double bucket(String seed, String unit) { return fnv1a("" + fnv1a(seed + unit)) % 10000 / 10000.0; }
    static long fnv1a(String text) {
        long code = 2166136261L;
        for (byte next : text.getBytes(UTF_8)) code = (code ^ next & 0xff) * 16777619 & 0xffffffffL;
        return code;
    }
}
