// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/injectedenv.h"

#include "k8s/spec/frameworks.h"
#include "k8s/spec/podspecs.h"

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t listedHosts = 8;

} // namespace

InjectedEnvironment::InjectedEnvironment(k8s::SpecValue root, const k8s::Framework &framework, const QString &name,
                                         const QString &ns)
    : m_root(root)
    , m_framework(framework)
    , m_name(name)
    , m_namespace(ns)
{
    for (const k8s::PodTemplate &entry : k8s::podTemplates(root))
        m_replicas += entry.replicas;
}

/// The port of the container that trains, by its name, else the kind's own (getPortFrom*Job of each controller).
std::int64_t InjectedEnvironment::portOf(std::string_view role) const
{
    for (k8s::SpecValue container : m_root["spec"][m_framework.replicaSpecs][role]["template"]["spec"]["containers"]) {
        if (container["name"].text() != m_framework.container)
            continue;
        for (k8s::SpecValue port : container["ports"]) {
            if (port["name"].text() == m_framework.portName)
                return port["containerPort"].integer(m_framework.port);
        }
    }
    return m_framework.port;
}

QStringList InjectedEnvironment::pytorch(int rank) const
{
    const k8s::SpecValue spec = m_root["spec"];
    const QString processes = spec["nprocPerNode"].exists() ? spec["nprocPerNode"].string() : u"auto"_s;
    bool counted = false;
    const int perNode = processes.toInt(&counted);
    QStringList env {u"PYTHONUNBUFFERED=1"_s, u"PET_NPROC_PER_NODE=%1"_s.arg(processes)};
    const k8s::SpecValue elastic = spec["elasticPolicy"];
    if (elastic.exists()) {
        const std::int64_t workers = spec["pytorchReplicaSpecs"]["Worker"]["replicas"].integer(1);
        const std::int64_t least = elastic["minReplicas"].integer(elastic["maxReplicas"].integer(workers));
        const std::int64_t most = elastic["maxReplicas"].integer(least);
        const QString host = elastic["rdzvHost"].exists() ? elastic["rdzvHost"].string() : m_name + u"-worker-0"_s;
        env += {u"PET_NNODES=%1:%2"_s.arg(least).arg(most),
                u"PET_RDZV_ENDPOINT=%1:%2"_s.arg(host).arg(elastic["rdzvPort"].integer(portOf("Worker"))),
                u"PET_RDZV_BACKEND=%1"_s.arg(elastic["rdzvBackend"].exists() ? elastic["rdzvBackend"].string()
                                                                             : u"c10d"_s)};
        return env;
    }
    env.append(u"PET_NNODES=%1"_s.arg(m_replicas));
    if (spec["pytorchReplicaSpecs"]["Master"].exists()) {
        env += {u"MASTER_ADDR=%1-master-0"_s.arg(m_name), u"MASTER_PORT=%1"_s.arg(portOf("Master")),
                u"WORLD_SIZE=%1"_s.arg(m_replicas * (counted ? perNode : 1)), u"RANK=%1"_s.arg(rank),
                u"PET_NODE_RANK=%1"_s.arg(rank)};
    }
    return env;
}

/// The first pod names itself by its address. With a master each pod is told that it has one server or one trainer.
QStringList InjectedEnvironment::paddle(const QString &role, int index) const
{
    const bool hasMaster = m_root["spec"]["paddleReplicaSpecs"]["Master"].exists();
    const QString first = hasMaster ? u"Master"_s : u"Worker"_s;
    const QString host = role == first && index == 0 ? u"$(POD_IP_DUMMY)"_s : u"%1-%2-0"_s.arg(m_name, first.toLower());
    QStringList env {u"PYTHONUNBUFFERED=1"_s, u"PADDLE_JOB_ID=%1"_s.arg(m_name), u"PADDLE_NNODES=%1"_s.arg(m_replicas),
                     u"PADDLE_MASTER=%1:%2"_s.arg(host).arg(portOf(first.toStdString()))};
    if (hasMaster)
        env.append(role == first ? u"PADDLE_SERVER_NUM=1"_s : u"PADDLE_TRAINER_NUM=1"_s);
    return env;
}

QString InjectedEnvironment::tensorflowConfig(const QString &role, int index) const
{
    QStringList roles;
    for (const k8s::PodTemplate &entry : k8s::podTemplates(m_root)) {
        if (entry.role == "Evaluator"_L1)
            continue;
        QStringList hosts;
        const std::int64_t port = portOf(entry.role.toStdString());
        for (std::int64_t i = 0; i < std::min(entry.replicas, listedHosts); ++i)
            hosts.append(
                u"\"%1-%2-%3.%4.svc:%5\""_s.arg(m_name, entry.role.toLower()).arg(i).arg(m_namespace).arg(port));
        if (entry.replicas > listedHosts)
            hosts.append(u"…"_s);
        roles.append(u"\"%1\":[%2]"_s.arg(entry.role.toLower(), hosts.join(u',')));
    }
    return uR"(TF_CONFIG={"cluster":{%1},"task":{"type":"%2","index":%3},"environment":"cloud"})"_s
        .arg(roles.join(u','), role.toLower())
        .arg(index);
}

QStringList InjectedEnvironment::of(const QString &role, int index, int rank) const
{
    const std::string_view kind = m_framework.kind;
    if (kind == "PyTorchJob")
        return pytorch(rank);
    if (kind == "TFJob")
        return m_replicas > 1 ? QStringList(tensorflowConfig(role, index)) : QStringList();
    if (kind == "JAXJob") {
        return {u"COORDINATOR_ADDRESS=%1-worker-0"_s.arg(m_name), u"COORDINATOR_PORT=%1"_s.arg(portOf("Worker")),
                u"NUM_PROCESSES=%1"_s.arg(m_replicas), u"PROCESS_ID=%1"_s.arg(rank), u"PYTHONUNBUFFERED=1"_s};
    }
    if (kind == "XGBoostJob") {
        return {u"MASTER_ADDR=%1-master-0"_s.arg(m_name), u"MASTER_PORT=%1"_s.arg(portOf("Master")),
                u"WORLD_SIZE=%1"_s.arg(m_replicas), u"RANK=%1"_s.arg(rank), u"PYTHONUNBUFFERED=1"_s};
    }
    if (kind == "PaddleJob")
        return paddle(role, index);
    if (kind == "MPIJob" && role == "Launcher"_L1 && m_root["apiVersion"].text() == "kubeflow.org/v2beta1") {
        return {u"K_MPI_JOB_ROLE=launcher"_s, u"OMPI_MCA_orte_keep_fqdn_hostnames=true"_s,
                u"OMPI_MCA_orte_default_hostfile=/etc/mpi/hostfile"_s};
    }
    if (kind == "MPIJob" && role == "Launcher"_L1) {
        return {u"OMPI_MCA_plm_rsh_agent=/etc/mpi/kubexec.sh"_s, u"OMPI_MCA_orte_default_hostfile=/etc/mpi/hostfile"_s};
    }
    return {};
}

QStringList trainJobEnvironment(k8s::SpecValue root, const QString &name, int index)
{
    const k8s::SpecValue trainer = root["spec"]["trainer"];
    const QString processes
        = trainer["numProcPerNode"].exists() ? QString::number(trainer["numProcPerNode"].integer()) : u"auto"_s;
    return {u"PET_NNODES=%1"_s.arg(trainer["numNodes"].integer(1)), u"PET_NPROC_PER_NODE=%1"_s.arg(processes),
            u"PET_NODE_RANK=%1"_s.arg(index), u"PET_MASTER_ADDR=%1-node-0-0.%1"_s.arg(name),
            u"PET_MASTER_PORT=29500"_s};
}

} // namespace models
