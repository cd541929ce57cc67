// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/formfields.h"

#include "k8s/core/plaintext.h"
#include "k8s/spec/schema.h"
#include "models/spec/formbuilder.h"

namespace models {

using namespace Qt::StringLiterals;
using Kind = FormField::Kind;
using Write = FormField::Write;

namespace {

constexpr int longestTable = 40;
constexpr qsizetype longestValue = 4096;

std::int32_t schemaPlace(const k8s::Schema &schema, const k8s::SpecPath &path)
{
    std::int32_t place = 0;
    for (const k8s::SpecStep &step : path)
        place = schema.child(place, step.isIndex() ? std::string_view() : std::string_view(step.key));
    return place;
}

/// "objective.goal": the last two keys, of which "spec" says nothing.
QString genericLabel(const k8s::SpecPath &steps)
{
    QStringList keys;
    for (const k8s::SpecStep &step : steps) {
        if (step.isIndex())
            keys.append(QString::number(step.index + 1));
        else if (step.key != "spec" || steps.size() == 1)
            keys.append(QString::fromStdString(step.key));
    }
    return k8s::plainText(keys.mid(std::max<qsizetype>(0, keys.size() - 2)).join(u'.'), 80);
}

QString sourceNote(k8s::SpecValue entry)
{
    const k8s::SpecValue from = entry["valueFrom"];
    if (const auto secret = from["secretKeyRef"]; secret.exists())
        return FormText::tr("from Secret %1, key %2").arg(secret["name"].string(), secret["key"].string());
    if (const auto map = from["configMapKeyRef"]; map.exists())
        return FormText::tr("from ConfigMap %1, key %2").arg(map["name"].string(), map["key"].string());
    if (const auto field = from["fieldRef"]; field.exists())
        return FormText::tr("from the pod's %1").arg(field["fieldPath"].string());
    return FormText::tr("set in the YAML");
}

/// Kind of a volume and what it is made of: {"claim", "data"}.
std::pair<QString, QString> contentOf(k8s::SpecValue volume)
{
    if (const auto claim = volume["persistentVolumeClaim"]; claim.exists())
        return {FormText::tr("claim"), claim["claimName"].string()};
    if (const auto folder = volume["emptyDir"]; folder.exists()) {
        const bool memory = folder["medium"].text() == "Memory";
        return {memory ? FormText::tr("shared memory") : FormText::tr("empty folder"), folder["sizeLimit"].string()};
    }
    if (const auto map = volume["configMap"]; map.exists())
        return {FormText::tr("ConfigMap"), map["name"].string()};
    if (const auto secret = volume["secret"]; secret.exists())
        return {FormText::tr("Secret"), secret["secretName"].string()};
    return {FormText::tr("other"), {}};
}

} // namespace

QString below(const QString &base, const QString &key)
{
    const QString step = key.contains(u'.') ? u'[' + key + u']' : key;
    return base.isEmpty() || step.startsWith(u'[') ? base + step : base + u'.' + step;
}

QStringList gpuVendors()
{
    return {u"nvidia.com/gpu"_s,  u"amd.com/gpu"_s,    u"gpu.intel.com/i915"_s,   u"gpu.intel.com/xe"_s,
            u"habana.ai/gaudi"_s, u"google.com/tpu"_s, u"aws.amazon.com/neuron"_s};
}

bool isGpuResource(const QString &name)
{
    return gpuVendors().contains(name) || name.endsWith("/gpu"_L1) || name.startsWith("nvidia.com/mig-"_L1);
}

FormFields::FormFields(const k8s::SpecText &text, int document, k8s::SchemaPtr schema)
    : m_text(text)
    , m_layout(text)
    , m_root(text.parts()[size_t(document)].root())
    , m_schema(std::move(schema))
{
}

k8s::SpecValue FormFields::at(const QString &path) const { return k8s::valueAt(m_root, stepsOf(path)); }

int FormFields::lineOf(k8s::SpecValue value) const { return m_text.index().lineOf(m_layout.entryStart(value)); }

/// Where the field stands in the text, or where it would.
void FormFields::place(FormField &field) const
{
    k8s::SpecValue value = m_root;
    const k8s::SpecPath steps = stepsOf(field.path);
    size_t done = 0;
    for (; done < steps.size(); ++done) {
        const k8s::SpecValue next = k8s::valueAt(value, {steps[done]});
        if (!next.exists())
            break;
        value = next;
    }
    const qsizetype start = m_layout.entryStart(value);
    field.position = m_text.index().place(value.isScalar() ? value.node().offset : start).position;
    if (done < steps.size())
        return;
    field.firstLine = m_text.index().lineOf(start);
    const qsizetype end = m_layout.end(value);
    field.lastLine = std::max(field.firstLine, end < 0 ? 0 : m_text.index().lineOf(end));
}

/// What the schema knows: required, default, description, choices.
void FormFields::describe(FormField &field) const
{
    if (!m_schema)
        return;
    const k8s::SpecPath steps = stepsOf(field.path);
    const std::int32_t place = schemaPlace(*m_schema, steps);
    if (place < 0)
        return;
    const k8s::SchemaNode &node = m_schema->node(place);
    field.toolTip = k8s::plainText(QString::fromStdString(node.description), 600);
    if (field.placeholder.isEmpty() && !node.defaultValue.empty())
        field.placeholder = FormText::tr("default %1").arg(QString::fromStdString(node.defaultValue).remove(u'"'));
    const std::int32_t around = schemaPlace(*m_schema, {steps.begin(), steps.end() - 1});
    const auto *property
        = around < 0 || steps.back().isIndex() ? nullptr : m_schema->node(around).property(steps.back().key);
    field.required = field.required || (property && property->required >= 0);
}

void FormFields::readWords(FormField &field, k8s::SpecValue list) const
{
    QStringList words;
    for (k8s::SpecValue word : list) {
        if (!word.isScalar() || word.text().find('\n') != std::string_view::npos)
            field.lockedBecause = FormText::tr("It has lines of its own: edit it in the YAML.");
        words.append(word.string());
    }
    if (!list.isList() && !list.isNull())
        field.lockedBecause = FormText::tr("This is no list of words: edit it in the YAML.");
    field.value = joinWords(words).replace(u'\n', u' ');
}

void FormFields::read(FormField &field, k8s::SpecValue value) const
{
    field.set = value.exists();
    if (!field.set)
        return;
    if (value.node().alias)
        field.lockedBecause = FormText::tr("An alias stands here: edit what it means in the YAML.");
    if (field.write == Write::Words)
        return readWords(field, value);
    if (!value.isScalar()) {
        field.lockedBecause = FormText::tr("This is written in another way: edit it in the YAML.");
        return;
    }
    field.value = k8s::plainText(value.string(), longestValue);
    if (value.text().find('\n') != std::string_view::npos || field.value != value.string())
        field.lockedBecause = FormText::tr("It has lines of its own: edit it in the YAML.");
}

FormField FormFields::known(const QString &base, const KnownField &known) const
{
    FormField field {.kind = known.kind, .write = known.write, .path = base};
    for (const QString &key : QString::fromLatin1(known.path).split(u'.'))
        field.path = below(field.path, key);
    field.label = QCoreApplication::translate("SpecForm", known.label);
    if (*known.choices)
        field.choices = QString::fromLatin1(known.choices).split(u' ');
    if (*known.placeholder)
        field.placeholder = QCoreApplication::translate("SpecForm", known.placeholder);
    field.open = known.kind == Kind::Choice && known.write == Write::Any;
    describe(field);
    if (field.toolTip.isEmpty() && *known.help)
        field.toolTip = QCoreApplication::translate("SpecForm", known.help);
    read(field, at(field.path));
    place(field);
    return field;
}

QList<FormField> FormFields::known(const QString &base, std::span<const KnownField> fields) const
{
    QList<FormField> result;
    for (const KnownField &one : fields)
        result.append(known(base, one));
    return result;
}

FormField FormFields::plain(const QString &path) const
{
    FormField field {.path = path};
    const k8s::SpecPath steps = stepsOf(path);
    field.label = genericLabel(steps);
    if (const std::int32_t place = m_schema ? schemaPlace(*m_schema, steps) : -1; place >= 0) {
        const k8s::SchemaNode &node = m_schema->node(place);
        using Type = k8s::SchemaNode;
        if (node.types == Type::Boolean) {
            field.kind = Kind::Flag;
            field.write = Write::Boolean;
        } else if (!node.choices.empty()) {
            field.kind = Kind::Choice;
            for (const std::string &choice : node.choices)
                field.choices.append(QString::fromStdString(choice));
        } else if (node.quantity) {
            field.write = Write::Quantity;
        } else if (node.types == Type::Integer) {
            field.kind = Kind::Number;
            field.write = Write::Number;
        } else if (node.types != Type::String) {
            field.write = Write::Any;
        }
    } else if (at(path).exists() && !at(path).isString()) {
        field.write = Write::Any;
    }
    describe(field);
    read(field, at(path));
    place(field);
    return field;
}

QList<FormField> FormFields::resources(const QString &base) const
{
    QList<FormField> fields;
    const auto amount = [&](const char *name, const QString &label, const QString &example) {
        const QString key = QString::fromLatin1(name);
        const bool onlyAsked = at(base)["requests"][name].exists() && !at(base)["limits"][name].exists();
        const QString around = below(base, onlyAsked ? u"requests"_s : u"limits"_s);
        FormField field {.write = Write::Quantity, .path = below(around, key), .label = label, .placeholder = example};
        describe(field);
        field.toolTip = onlyAsked ? FormText::tr("What the pod asks for (requests).")
                                  : FormText::tr("What the pod may use at most (limits).");
        read(field, at(field.path));
        this->place(field);
        fields.append(field);
    };
    amount("cpu", FormText::tr("CPU"), FormText::tr("cores, such as 2 or 500m"));
    amount("memory", FormText::tr("Memory"), FormText::tr("such as 4Gi"));
    FormField gpus {.kind = Kind::Gpus, .write = Write::Gpus, .path = below(base, u"limits"_s)};
    readGpus(gpus);
    fields.append(gpus);
    return fields;
}

void FormFields::readGpus(FormField &field) const
{
    const QString base = field.path; // of the limits
    field.label = FormText::tr("GPUs");
    field.choices = gpuVendors();
    field.vendor = field.choices.first();
    k8s::SpecValue found;
    for (k8s::SpecValue entry : at(base)) {
        if (!found.exists() && isGpuResource(entry.keyString()))
            found = entry;
    }
    if (found.exists()) {
        field.vendor = found.keyString();
        if (!field.choices.contains(field.vendor))
            field.choices.append(field.vendor);
    }
    field.path = below(base, field.vendor);
    field.toolTip = FormText::tr("Whole devices; a pod without this line gets none.");
    read(field, found);
    place(field);
    field.path = base + u"#gpus"_s;
    field.covers = {below(base, field.vendor), below(base.chopped(6) + u"requests"_s, field.vendor)};
}

FormField FormFields::environment(const QString &path) const
{
    FormField field {
        .kind = Kind::Table, .write = Write::Environment, .path = path, .label = FormText::tr("Environment")};
    field.columns = {FormText::tr("Name"), FormText::tr("Value")};
    field.newRow = {u"NAME"_s, u"value"_s};
    describe(field);
    const k8s::SpecValue list = at(path);
    field.set = list.exists();
    field.moreRows = std::max(0, list.size() - longestTable);
    for (k8s::SpecValue entry : list) {
        if (field.rows.size() == longestTable)
            break;
        const k8s::SpecValue value = entry["value"];
        const bool simple = entry.isMap() && (value.isScalar() || !entry["valueFrom"].exists())
            && value.text().find('\n') == std::string_view::npos;
        field.rows.append({{entry["name"].string(), value.string()}, simple ? QString() : sourceNote(entry)});
    }
    place(field);
    return field;
}

FormField FormFields::labels(const QString &path, const QString &label) const
{
    FormField field {.kind = Kind::Table, .write = Write::Labels, .path = path, .label = label};
    field.columns = {FormText::tr("Key"), FormText::tr("Value")};
    field.newRow = {u"key"_s, u"value"_s};
    describe(field);
    const k8s::SpecValue map = at(path);
    field.set = map.exists();
    field.moreRows = std::max(0, map.size() - longestTable);
    for (k8s::SpecValue entry : map) {
        if (field.rows.size() < longestTable)
            field.rows.append({{entry.keyString(), entry.string()}});
    }
    place(field);
    return field;
}

FormField FormFields::tolerations(const QString &path) const
{
    FormField field {
        .kind = Kind::Table, .write = Write::Tolerations, .path = path, .label = FormText::tr("Tolerations")};
    field.columns = {FormText::tr("Taint"), FormText::tr("Effect")};
    field.newRow = {gpuVendors().constFirst(), u"NoSchedule"_s};
    describe(field);
    const k8s::SpecValue list = at(path);
    field.set = list.exists();
    field.moreRows = std::max(0, list.size() - longestTable);
    for (k8s::SpecValue entry : list) {
        if (field.rows.size() < longestTable)
            field.rows.append({{entry["key"].string(), entry["effect"].string()}});
    }
    place(field);
    return field;
}

FormField FormFields::volumes(const QString &mounts) const
{
    FormField field {.kind = Kind::Table, .write = Write::Volumes, .path = mounts, .label = FormText::tr("Volumes")};
    field.columns = {FormText::tr("Mounted at"), FormText::tr("What"), FormText::tr("Name or size")};
    field.rowKinds = {u"claim"_s, u"memory"_s};
    const k8s::SpecPath steps = volumesBeside(stepsOf(mounts));
    const k8s::SpecValue all = k8s::valueAt(m_root, steps);
    const k8s::SpecValue list = at(mounts);
    field.set = list.exists();
    field.toolTip
        = FormText::tr("A claim is storage that outlives the pods; data loaders of PyTorch need shared memory at "
                       "/dev/shm.");
    field.moreRows = std::max(0, list.size() - longestTable);
    for (k8s::SpecValue mount : list) {
        if (field.rows.size() == longestTable)
            break;
        const k8s::SpecValue volume = all.at(volumeOf(all, mount));
        const auto [kind, source] = contentOf(volume);
        field.rows.append({{mount["mountPath"].string(), kind, source}});
        if (volume.exists())
            field.covers.append(volume.path());
    }
    place(field);
    return field;
}

FormField FormFields::replicaTypes(const k8s::Framework &framework) const
{
    FormField field {.kind = Kind::Parts, .write = Write::ReplicaTypes, .path = u"spec."_s};
    field.path += QLatin1StringView(framework.replicaSpecs.data(), qsizetype(framework.replicaSpecs.size()));
    field.label = FormText::tr("Replica types");
    const k8s::SpecValue present = at(field.path);
    const bool tensorflow = framework.kind == "TFJob"; // its Master is an older word for Chief
    for (const std::string_view type : framework.replicaTypes) {
        const bool other = tensorflow && (type == "Master" || (type == "Chief" && present["Master"].exists()));
        if (!present[type].exists() && !other)
            field.choices.append(QString::fromLatin1(type.data(), qsizetype(type.size())));
    }
    describe(field);
    if (present.exists() && !present.isMap() && !present.isNull())
        field.lockedBecause = FormText::tr("This is written in another way: edit it in the YAML.");
    place(field);
    field.path += u"#types"_s;
    return field;
}

} // namespace models
