// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that are carried over, by kind. Numbers: k8s.io/api core/v1 and apimachinery meta/v1 generated.proto.
#include "k8s/watch/protojson.h"

#include <array>

namespace k8s {

namespace {

using enum ProtoType;

constexpr bool always = true;

constexpr ProtoField ownerReferenceFields[] = {
    {1, "kind", String, always},       {3, "name", String, always},     {4, "uid", String, always},
    {5, "apiVersion", String, always}, {6, "controller", Bool, always}, {7, "blockOwnerDeletion", Bool, always},
};
constexpr ProtoMessage ownerReference {ownerReferenceFields};

constexpr ProtoField objectMetaFields[] = {
    {1, "name"},
    {2, "generateName"},
    {3, "namespace"},
    {5, "uid"},
    {6, "resourceVersion"},
    {7, "generation", Integer},
    {8, "creationTimestamp", Time},
    {9, "deletionTimestamp", Time},
    {10, "deletionGracePeriodSeconds", Integer, always},
    {11, "labels", StringMap},
    {12, "annotations", StringMap},
    {13, "ownerReferences", Messages, false, &ownerReference},
    {14, "finalizers", Strings},
};
constexpr ProtoMessage objectMeta {objectMetaFields};

constexpr ProtoField resourcesFields[] = {
    {1, "limits", QuantityMap},
    {2, "requests", QuantityMap},
};
constexpr ProtoMessage resources {resourcesFields};

constexpr ProtoField environmentFields[] = {
    {1, "name", String, always},
    {2, "value"},
};
constexpr ProtoMessage environment {environmentFields};

constexpr ProtoField containerFields[] = {
    {1, "name", String, always},
    {2, "image"},
    {7, "env", Messages, false, &environment},
    {8, "resources", Message, false, &resources},
    {24, "restartPolicy", String, always},
};
constexpr ProtoMessage container {containerFields};

constexpr ProtoField schedulingGateFields[] = {
    {1, "name", String, always},
};
constexpr ProtoMessage schedulingGate {schedulingGateFields};

constexpr ProtoField podSpecFields[] = {
    {2, "containers", Messages, false, &container},
    {3, "restartPolicy"},
    {5, "activeDeadlineSeconds", Integer, always},
    {7, "nodeSelector", StringMap},
    {8, "serviceAccountName"},
    {10, "nodeName"},
    {16, "hostname"},
    {17, "subdomain"},
    {19, "schedulerName"},
    {20, "initContainers", Messages, false, &container},
    {24, "priorityClassName"},
    {38, "schedulingGates", Messages, false, &schedulingGate},
};
constexpr ProtoMessage podSpec {podSpecFields};

constexpr ProtoField conditionFields[] = {
    {1, "type", String, always},
    {2, "status", String, always},
    {4, "lastTransitionTime", Time},
    {5, "reason"},
    {6, "message"},
};
constexpr ProtoMessage condition {conditionFields}; // PodCondition and NodeCondition agree in these numbers

constexpr ProtoField waitingFields[] = {
    {1, "reason"},
    {2, "message"},
};
constexpr ProtoMessage waiting {waitingFields};

constexpr ProtoField runningFields[] = {
    {1, "startedAt", Time},
};
constexpr ProtoMessage running {runningFields};

constexpr ProtoField terminatedFields[] = {
    {1, "exitCode", Integer, always}, {2, "signal", Integer},  {3, "reason"},      {4, "message"},
    {5, "startedAt", Time},           {6, "finishedAt", Time}, {7, "containerID"},
};
constexpr ProtoMessage terminated {terminatedFields};

constexpr ProtoField containerStateFields[] = {
    {1, "waiting", Message, false, &waiting},
    {2, "running", Message, false, &running},
    {3, "terminated", Message, false, &terminated},
};
constexpr ProtoMessage containerState {containerStateFields};

constexpr ProtoField containerStatusFields[] = {
    {1, "name", String, always},
    {2, "state", Message, false, &containerState},
    {3, "lastState", Message, false, &containerState},
    {4, "ready", Bool, always},
    {5, "restartCount", Integer, always},
    {6, "image", String, always},
    {7, "imageID", String, always},
    {8, "containerID"},
    {9, "started", Bool, always},
};
constexpr ProtoMessage containerStatus {containerStatusFields};

constexpr ProtoField podStatusFields[] = {
    {1, "phase"},
    {2, "conditions", Messages, false, &condition},
    {3, "message"},
    {4, "reason"},
    {5, "hostIP"},
    {6, "podIP"},
    {7, "startTime", Time},
    {8, "containerStatuses", Messages, false, &containerStatus},
    {9, "qosClass"},
    {10, "initContainerStatuses", Messages, false, &containerStatus},
    {11, "nominatedNodeName"},
};
constexpr ProtoMessage podStatus {podStatusFields};

constexpr ProtoField podFields[] = {
    {1, "metadata", Message, false, &objectMeta},
    {2, "spec", Message, false, &podSpec},
    {3, "status", Message, false, &podStatus},
};
constexpr ProtoMessage pod {podFields};

constexpr ProtoField objectReferenceFields[] = {
    {1, "kind"}, {2, "namespace"}, {3, "name"}, {4, "uid"}, {5, "apiVersion"}, {6, "resourceVersion"}, {7, "fieldPath"},
};
constexpr ProtoMessage objectReference {objectReferenceFields};

constexpr ProtoField eventSourceFields[] = {
    {1, "component"},
    {2, "host"},
};
constexpr ProtoMessage eventSource {eventSourceFields};

constexpr ProtoField eventSeriesFields[] = {
    {1, "count", Integer},
    {2, "lastObservedTime", MicroTime},
};
constexpr ProtoMessage eventSeries {eventSeriesFields};

constexpr ProtoField eventFields[] = {
    {1, "metadata", Message, false, &objectMeta},
    {2, "involvedObject", Message, false, &objectReference},
    {3, "reason"},
    {4, "message"},
    {5, "source", Message, false, &eventSource},
    {6, "firstTimestamp", Time},
    {7, "lastTimestamp", Time},
    {8, "count", Integer},
    {9, "type"},
    {10, "eventTime", MicroTime},
    {11, "series", Message, false, &eventSeries},
    {12, "action"},
    {13, "related", Message, false, &objectReference},
    {14, "reportingComponent", String, always},
    {15, "reportingInstance", String, always},
};
constexpr ProtoMessage event {eventFields};

constexpr ProtoField taintFields[] = {
    {1, "key", String, always},
    {2, "value"},
    {3, "effect", String, always},
    {4, "timeAdded", Time},
};
constexpr ProtoMessage taint {taintFields};

constexpr ProtoField nodeSpecFields[] = {
    {1, "podCIDR"},
    {3, "providerID"},
    {4, "unschedulable", Bool},
    {5, "taints", Messages, false, &taint},
};
constexpr ProtoMessage nodeSpec {nodeSpecFields};

constexpr ProtoField nodeAddressFields[] = {
    {1, "type", String, always},
    {2, "address", String, always},
};
constexpr ProtoMessage nodeAddress {nodeAddressFields};

constexpr ProtoField nodeInfoFields[] = {
    {1, "machineID", String, always},       {2, "systemUUID", String, always},
    {3, "bootID", String, always},          {4, "kernelVersion", String, always},
    {5, "osImage", String, always},         {6, "containerRuntimeVersion", String, always},
    {7, "kubeletVersion", String, always},  {8, "kubeProxyVersion", String, always},
    {9, "operatingSystem", String, always}, {10, "architecture", String, always},
};
constexpr ProtoMessage nodeInfo {nodeInfoFields};

constexpr ProtoField nodeStatusFields[] = {
    {1, "capacity", QuantityMap},
    {2, "allocatable", QuantityMap},
    {4, "conditions", Messages, false, &condition},
    {5, "addresses", Messages, false, &nodeAddress},
    {7, "nodeInfo", Message, false, &nodeInfo},
};
constexpr ProtoMessage nodeStatus {nodeStatusFields};

constexpr ProtoField nodeFields[] = {
    {1, "metadata", Message, false, &objectMeta},
    {2, "spec", Message, false, &nodeSpec},
    {3, "status", Message, false, &nodeStatus},
};
constexpr ProtoMessage node {nodeFields};

constexpr ProtoField statusCauseFields[] = {
    {1, "reason"},
    {2, "message"},
    {3, "field"},
};
constexpr ProtoMessage statusCause {statusCauseFields};

constexpr ProtoField statusDetailsFields[] = {
    {1, "name"},
    {2, "group"},
    {3, "kind"},
    {4, "causes", Messages, false, &statusCause},
    {5, "retryAfterSeconds", Integer},
    {6, "uid"},
};
constexpr ProtoMessage statusDetails {statusDetailsFields};

constexpr ProtoField statusFields[] = {
    {2, "status"}, {3, "message"}, {4, "reason"}, {5, "details", Message, false, &statusDetails}, {6, "code", Integer},
};
constexpr ProtoMessage status {statusFields};

} // namespace

const ProtoMessage *protoMessageOf(std::string_view apiVersion, std::string_view kind)
{
    if (apiVersion != "v1")
        return nullptr;
    constexpr std::pair<std::string_view, const ProtoMessage *> messages[] = {
        {"Pod", &pod},
        {"Event", &event},
        {"Node", &node},
        {"Status", &status},
    };
    for (const auto &[name, message] : messages) {
        if (name == kind)
            return message;
    }
    return nullptr;
}

} // namespace k8s
