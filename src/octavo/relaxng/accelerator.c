/* The fast run in C: the part of `acceptor.py` that runs for every tag and text.

   It reads the tables that the automaton has filled, and asks Python (`steps.py`)
   whenever they have no answer, so that the algorithm stands in one place. What it
   adds is only speed: the events of expat reach it without a call into Python.

   It takes expat from Python itself, by the capsule of pyexpat; nothing is linked.
   That interface has no handlers for entities, so a document with a DOCTYPE is left
   to the run in Python. Without one there are no entities, default attributes or
   unparsed entities, and what is here is complete.

   Ownership: a name without remark is borrowed; what a struct holds, it owns. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

#include <limits.h>
#include <stdbool.h>
#include <string.h>

/* The part of expat's interface that pyexpat.h speaks of. Python's headers leave it
   to expat.h, which is not installed with them. */
typedef char XML_Char;
typedef char XML_LChar;
typedef unsigned char XML_Bool;
typedef unsigned long XML_Size; /* only named, never used here */
typedef struct XML_ParserStruct *XML_Parser;
typedef struct XML_Memory XML_Memory_Handling_Suite;
typedef struct XML_EncodingInfo XML_Encoding;
enum XML_Status { XML_STATUS_ERROR = 0, XML_STATUS_OK = 1 };
enum XML_Error { XML_ERROR_NONE = 0 };
typedef void (*XML_StartElementHandler)(void *, const XML_Char *, const XML_Char **);
typedef void (*XML_EndElementHandler)(void *, const XML_Char *);
typedef void (*XML_CharacterDataHandler)(void *, const XML_Char *, int);
typedef void (*XML_CommentHandler)(void *, const XML_Char *);
typedef void (*XML_DefaultHandler)(void *, const XML_Char *, int);
typedef void (*XML_ProcessingInstructionHandler)(void *, const XML_Char *,
                                                 const XML_Char *);
typedef void (*XML_StartNamespaceDeclHandler)(void *, const XML_Char *,
                                              const XML_Char *);
typedef void (*XML_EndNamespaceDeclHandler)(void *, const XML_Char *);
typedef void (*XML_StartDoctypeDeclHandler)(void *, const XML_Char *, const XML_Char *,
                                            const XML_Char *, int);
typedef int (*XML_UnknownEncodingHandler)(void *, const XML_Char *, XML_Encoding *);

#include <pyexpat.h>

enum {
    NAMES = 512,      /* names kept; a power of two */
    LONGEST_NAME = 256, /* in bytes; longer ones are not kept */
};

/* What is known of the module's surroundings: expat, and where the classes of
   `automaton.py` keep the slots that are read here. */
typedef struct {
    struct PyExpat_CAPI *expat;
    PyTypeObject *state_type, *opening_type;
    Py_ssize_t go, typed, loops, ends;    /* of a State */
    Py_ssize_t closed, plans, nexts;      /* of an Opening */
} Surroundings;

/* One run over one document. */
typedef struct {
    const Surroundings *known;
    XML_Parser parser;
    PyObject *steps;       /* borrowed from the caller */
    PyObject *namespaces;
    PyObject *state;       /* of the open element */
    PyObject **openings;   /* of the elements that are open */
    Py_ssize_t depth, room, limit;
    char *text;            /* kept for a datatype */
    size_t text_length, text_room;
    bool has_root, has_doctype, is_refused;
    PyObject *names[NAMES];
} Run;

/* ---- slots --------------------------------------------------------------------- */

/* Find where the instances of a class keep a slot; -1 with an exception if nowhere. */
static Py_ssize_t
slot_offset(PyTypeObject *type, const char *name)
{
    PyObject *found = PyObject_GetAttrString((PyObject *)type, name);
    if (found == NULL)
        return -1;
    Py_ssize_t offset = -1;
    if (Py_IS_TYPE(found, &PyMemberDescr_Type))
        offset = ((PyMemberDescrObject *)found)->d_member->offset;
    else
        PyErr_Format(PyExc_TypeError, "%s is not a slot", name);
    Py_DECREF(found);
    return offset;
}

/* Read a slot; NULL with an exception if it is empty. */
static PyObject *
slot(PyObject *object, Py_ssize_t offset)
{
    PyObject *value = *(PyObject **)((char *)object + offset);
    if (value == NULL)
        PyErr_SetString(PyExc_AttributeError, "a slot is empty");
    return value;
}

/* ---- going on and stopping ------------------------------------------------------- */

/* Hear no more events. Expat reads on to the end of the chunk, to no effect. */
static void
stop(Run *run)
{
    const struct PyExpat_CAPI *expat = run->known->expat;
    expat->SetElementHandler(run->parser, NULL, NULL);
    expat->SetCharacterDataHandler(run->parser, NULL);
    expat->SetNamespaceDeclHandler(run->parser, NULL, NULL);
    expat->SetStartDoctypeDeclHandler(run->parser, NULL);
}

static void
refuse(Run *run)
{
    run->is_refused = true;
    stop(run);
}

/* Go to a state, taking over the reference to it; stop if there is an exception. */
static void
go_to(Run *run, PyObject *state)
{
    if (state != NULL && !Py_IS_TYPE(state, run->known->state_type)) {
        PyErr_SetString(PyExc_TypeError, "not a state");
        Py_CLEAR(state);
    }
    if (state == NULL) {
        stop(run);
        return;
    }
    Py_XSETREF(run->state, state);
}

/* Look something up that a table may have: 1 found (a new reference), 0 not, -1 on an
   exception. */
static int
look_up(PyObject *table, PyObject *key, PyObject **found)
{
    *found = table == NULL ? NULL : PyDict_GetItemWithError(table, key);
    Py_XINCREF(*found);
    return *found != NULL ? 1 : PyErr_Occurred() ? -1 : 0;
}

/* ---- names and texts --------------------------------------------------------------- */

/* Give a new reference to the Python string of a name. The last names are kept: most
   tags have few. A place holds one name, so no document can make the search long. */
static PyObject *
name_of(Run *run, const XML_Char *name)
{
    size_t length = strlen(name);
    size_t place = length;
    for (size_t i = length > 12 ? length - 12 : 0; i < length; i++)
        place = place * 31 + (unsigned char)name[i];
    PyObject **kept = &run->names[place % NAMES];
    if (*kept != NULL) {
        Py_ssize_t size;
        const char *bytes = PyUnicode_AsUTF8AndSize(*kept, &size);
        if (bytes == NULL)
            return NULL;
        if ((size_t)size == length && memcmp(bytes, name, length) == 0)
            return Py_NewRef(*kept);
    }
    PyObject *made = PyUnicode_DecodeUTF8(name, (Py_ssize_t)length, "strict");
    if (made != NULL && length <= LONGEST_NAME)
        Py_XSETREF(*kept, Py_NewRef(made));
    return made;
}

static bool
is_blank(const XML_Char *text, size_t length)
{
    for (const XML_Char *c = text; c < text + length; c++)
        if (*c != ' ' && *c != '\n' && *c != '\t' && *c != '\r')
            return false;
    return true;
}

/* Keep text for a datatype; false if there is no memory for it. */
static bool
keep_text(Run *run, const XML_Char *text, size_t length)
{
    size_t needed = run->text_length + length;
    if (needed > run->text_room) {
        size_t room = needed < 128 ? 256 : 2 * needed;
        char *grown = PyMem_Realloc(run->text, room);
        if (grown == NULL) {
            PyErr_NoMemory();
            return false;
        }
        run->text = grown;
        run->text_room = room;
    }
    memcpy(run->text + run->text_length, text, length);
    run->text_length = needed;
    return true;
}

/* Give a new reference to the text that was kept, and keep it no longer. */
static PyObject *
take_text(Run *run)
{
    Py_ssize_t length = (Py_ssize_t)run->text_length;
    run->text_length = 0;
    return PyUnicode_DecodeUTF8(length ? run->text : "", length, "strict");
}

/* ---- attributes ------------------------------------------------------------------ */

static Py_ssize_t
count(const XML_Char **attributes)
{
    Py_ssize_t number = 0;
    while (attributes[number] != NULL)
        number++;
    return number; /* of names and values together */
}

/* Give the key of a plan (see PlanKey): the name of a single attribute, or all names. */
static PyObject *
plan_key(Run *run, const XML_Char **attributes, Py_ssize_t number)
{
    if (number == 2)
        return name_of(run, attributes[0]);
    PyObject *key = PyTuple_New(number / 2);
    for (Py_ssize_t i = 0; key != NULL && i < number; i += 2) {
        PyObject *name = name_of(run, attributes[i]);
        if (name == NULL)
            Py_CLEAR(key);
        else
            PyTuple_SET_ITEM(key, i / 2, name);
    }
    return key;
}

/* Give the names and values as a list, as pyexpat does. */
static PyObject *
listed(Run *run, const XML_Char **attributes, Py_ssize_t number)
{
    PyObject *list = PyList_New(number);
    for (Py_ssize_t i = 0; list != NULL && i < number; i++) {
        PyObject *text = i % 2 ? PyUnicode_FromString(attributes[i])
                               : name_of(run, attributes[i]);
        if (text == NULL)
            Py_CLEAR(list);
        else
            PyList_SET_ITEM(list, i, text);
    }
    return list;
}

/* Give a new reference to the plan for these attributes. */
static PyObject *
plan_of(Run *run, PyObject *opening, const XML_Char **attributes, Py_ssize_t number)
{
    PyObject *plan = NULL, *list = NULL;
    PyObject *key = plan_key(run, attributes, number);
    if (key == NULL)
        return NULL;
    if (look_up(slot(opening, run->known->plans), key, &plan) == 0) {
        list = listed(run, attributes, number);
        if (list != NULL)
            plan = PyObject_CallMethod(run->steps, "plan", "OOO", opening, list, key);
    }
    Py_DECREF(key);
    Py_XDECREF(list);
    if (plan != NULL && (!PyTuple_Check(plan) || PyTuple_GET_SIZE(plan) != 3 ||
                         !PyTuple_Check(PyTuple_GET_ITEM(plan, 0)))) {
        PyErr_SetString(PyExc_TypeError, "not a plan");
        Py_CLEAR(plan);
    }
    return plan;
}

/* Tell whether a value passes its check (place, check, accepted values). 1 yes, 0 no,
   -1 on an exception. */
static int
passes(Run *run, PyObject *check, const XML_Char **attributes, Py_ssize_t number)
{
    Py_ssize_t place;
    PyObject *test, *accepted;
    if (!PyArg_ParseTuple(check, "nOO", &place, &test, &accepted))
        return -1;
    if (place < 0 || place >= number) {
        PyErr_SetString(PyExc_IndexError, "no such attribute");
        return -1;
    }
    PyObject *value = PyUnicode_FromString(attributes[place]);
    if (value == NULL)
        return -1;
    int passed = PySet_Contains(accepted, value);
    if (passed == 0) {
        PyObject *answer =
            PyObject_CallMethod(test, "allows", "OO", value, run->namespaces);
        passed = answer == NULL ? -1 : PyObject_IsTrue(answer);
        Py_XDECREF(answer);
    }
    Py_DECREF(value);
    return passed;
}

/* Do what a plan says; false if the document is refused or there is an exception. */
static bool
carry_out(Run *run, PyObject *plan, const XML_Char **attributes, Py_ssize_t number)
{
    PyObject *checks = PyTuple_GET_ITEM(plan, 0);
    PyObject *ids = PyTuple_GET_ITEM(plan, 1);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(checks); i++) {
        int passed = passes(run, PyTuple_GET_ITEM(checks, i), attributes, number);
        if (passed == 0)
            run->is_refused = true;
        if (passed != 1)
            return false;
    }
    if (PyObject_Size(ids) < 1)
        return !PyErr_Occurred();
    PyObject *list = listed(run, attributes, number);
    if (list == NULL)
        return false;
    PyObject *done = PyObject_CallMethod(run->steps, "note_ids", "OO", ids, list);
    Py_DECREF(list);
    Py_XDECREF(done);
    return done != NULL;
}

static void
take_attributes(Run *run, PyObject *opening, const XML_Char **attributes)
{
    Py_ssize_t number = count(attributes);
    PyObject *plan = plan_of(run, opening, attributes, number);
    if (plan != NULL && carry_out(run, plan, attributes, number))
        go_to(run, Py_NewRef(PyTuple_GET_ITEM(plan, 2)));
    else
        stop(run);
    Py_XDECREF(plan);
}

/* ---- events ---------------------------------------------------------------------- */

/* Give a new reference to the step into an element. */
static PyObject *
opening_of(Run *run, const XML_Char *written)
{
    PyObject *opening = NULL, *text;
    PyObject *name = name_of(run, written);
    if (name == NULL)
        return NULL;
    if (look_up(slot(run->state, run->known->go), name, &opening) == 0 &&
        (text = take_text(run)) != NULL) {
        opening =
            PyObject_CallMethod(run->steps, "open", "OOO", run->state, name, text);
        Py_DECREF(text);
    }
    Py_DECREF(name);
    if (opening != NULL && !Py_IS_TYPE(opening, run->known->opening_type)) {
        PyErr_SetString(PyExc_TypeError, "not an opening");
        Py_CLEAR(opening);
    }
    return opening;
}

/* Put an opening on the stack, which takes over the reference; false if it cannot. */
static bool
push(Run *run, PyObject *opening)
{
    if (run->depth == run->room) {
        Py_ssize_t room = run->room ? 2 * run->room : 64;
        PyObject **grown = PyMem_Realloc(run->openings, room * sizeof(PyObject *));
        if (grown == NULL) {
            PyErr_NoMemory();
            Py_DECREF(opening);
            return false;
        }
        run->openings = grown;
        run->room = room;
    }
    run->openings[run->depth++] = opening;
    return true;
}

static void
on_start(void *data, const XML_Char *name, const XML_Char **attributes)
{
    Run *run = data;
    run->has_root = true;
    if (run->depth == run->limit) {
        refuse(run);
        return;
    }
    PyObject *opening = opening_of(run, name);
    if (opening == NULL || !push(run, opening)) {
        stop(run);
        return;
    }
    if (attributes[0] != NULL) {
        take_attributes(run, opening, attributes);
        return;
    }
    PyObject *closed = slot(opening, run->known->closed);
    if (closed == Py_None)
        refuse(run);
    else
        go_to(run, Py_XNewRef(closed));
}

/* Give a new reference to what tells which alternatives allow the end tag. */
static PyObject *
ends_of(Run *run, bool is_typed)
{
    if (!is_typed)
        return Py_XNewRef(slot(run->state, run->known->ends));
    PyObject *ends = NULL, *text = take_text(run);
    if (text != NULL)
        ends = PyObject_CallMethod(run->steps, "typed", "OO", run->state, text);
    Py_XDECREF(text);
    return ends;
}

static void
on_end(void *data, const XML_Char *Py_UNUSED(name))
{
    Run *run = data;
    PyObject *following = NULL;
    PyObject *opening = run->openings[--run->depth]; /* owned from here on */
    PyObject *typed = slot(run->state, run->known->typed);
    PyObject *ends = typed == NULL ? NULL : ends_of(run, typed == Py_True);
    if (ends != NULL &&
        look_up(slot(opening, run->known->nexts), ends, &following) == 0)
        following = PyObject_CallMethod(run->steps, "leave", "OO", opening, ends);
    Py_XDECREF(ends);
    Py_DECREF(opening);
    go_to(run, following);
}

static void
on_text(void *data, const XML_Char *text, int length)
{
    Run *run = data;
    PyObject *loops = slot(run->state, run->known->loops);
    if (loops == Py_True)
        return;
    PyObject *typed = slot(run->state, run->known->typed);
    if (loops == NULL || typed == NULL)
        stop(run);
    else if (typed == Py_True) {
        if (!keep_text(run, text, (size_t)length))
            stop(run);
    }
    else if (!is_blank(text, (size_t)length))
        go_to(run, PyObject_CallMethod(run->steps, "after_text", "O", run->state));
}

static void
on_namespace(void *data, const XML_Char *prefix, const XML_Char *uri)
{
    Run *run = data;
    PyObject *done = PyObject_CallMethod(run->namespaces, "declare", "zz", prefix, uri);
    if (done == NULL)
        stop(run);
    Py_XDECREF(done);
}

static void
on_namespace_end(void *data, const XML_Char *prefix)
{
    Run *run = data;
    PyObject *done = PyObject_CallMethod(run->namespaces, "end", "z", prefix);
    if (done == NULL)
        stop(run);
    Py_XDECREF(done);
}

static void
on_doctype(void *data, const XML_Char *Py_UNUSED(name), const XML_Char *Py_UNUSED(sys),
           const XML_Char *Py_UNUSED(pub), int Py_UNUSED(has_internal_subset))
{
    Run *run = data;
    run->has_doctype = true;
    stop(run);
}

/* ---- a whole document -------------------------------------------------------------- */

static bool
begin(Run *run)
{
    const struct PyExpat_CAPI *expat = run->known->expat;
    run->parser = expat->ParserCreate_MM("utf-8", NULL, " ");
    if (run->parser == NULL) {
        PyErr_NoMemory();
        return false;
    }
    expat->SetUserData(run->parser, run);
    expat->SetElementHandler(run->parser, on_start, on_end);
    expat->SetCharacterDataHandler(run->parser, on_text);
    expat->SetNamespaceDeclHandler(run->parser, on_namespace, on_namespace_end);
    expat->SetStartDoctypeDeclHandler(run->parser, on_doctype);
    run->namespaces = PyObject_GetAttrString(run->steps, "namespaces");
    if (run->namespaces != NULL)
        go_to(run, PyObject_CallMethod(run->steps, "start", NULL));
    return run->state != NULL;
}

static void
finish(Run *run)
{
    if (run->parser != NULL)
        run->known->expat->ParserFree(run->parser);
    while (run->depth > 0)
        Py_DECREF(run->openings[--run->depth]);
    PyMem_Free(run->openings);
    PyMem_Free(run->text);
    Py_XDECREF(run->state);
    Py_XDECREF(run->namespaces);
    for (int i = 0; i < NAMES; i++)
        Py_XDECREF(run->names[i]);
}

/* Read a chunk: 1 to go on, 0 if the document is refused, -1 on an exception. */
static int
feed(Run *run, PyObject *chunk, bool is_last)
{
    char *bytes;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(chunk, &bytes, &size) < 0)
        return -1;
    if (size > INT_MAX) {
        PyErr_SetString(PyExc_OverflowError, "a chunk is too large");
        return -1;
    }
    int status = run->known->expat->Parse(run->parser, bytes, (int)size, is_last);
    if (PyErr_Occurred())
        return -1;
    return status != XML_STATUS_ERROR && !run->is_refused;
}

/* Read all chunks after the first, and the end; results as above. */
static int
feed_all(Run *run, PyObject *chunks)
{
    int going = 1;
    PyObject *chunk;
    while (going == 1 && (chunk = PyIter_Next(chunks)) != NULL) {
        going = feed(run, chunk, false);
        Py_DECREF(chunk);
    }
    if (going != 1 || PyErr_Occurred())
        return going == 1 ? -1 : going;
    PyObject *nothing = PyBytes_FromStringAndSize(NULL, 0);
    going = nothing == NULL ? -1 : feed(run, nothing, true);
    Py_XDECREF(nothing);
    return going;
}

PyDoc_STRVAR(run_doc,
"run(steps, first, rest, limit)\n--\n\n"
"Go through a document: its first bytes, and an iterator over the rest.\n\n"
"Give whether it is not refused; None if it cannot be read here, because it has a\n"
"DOCTYPE or its root is not in the first bytes: then nothing has been done.");

static PyObject *
run_document(PyObject *module, PyObject *arguments)
{
    PyObject *first, *rest;
    Run run = {.known = PyModule_GetState(module)};
    if (!PyArg_ParseTuple(arguments, "OOOn", &run.steps, &first, &rest, &run.limit))
        return NULL;
    int going = -1;
    if (begin(&run)) {
        going = feed(&run, first, false);
        if (going == 1 && run.has_root)
            going = feed_all(&run, rest);
    }
    bool is_declined = run.has_doctype || (going == 1 && !run.has_root);
    finish(&run);
    if (going < 0)
        return NULL;
    return is_declined ? Py_NewRef(Py_None) : PyBool_FromLong(going);
}

/* ---- the module ------------------------------------------------------------------ */

/* Take a class of `automaton.py`. */
static PyTypeObject *
class_of(PyObject *automaton, const char *name)
{
    PyObject *found = PyObject_GetAttrString(automaton, name);
    if (found != NULL && !PyType_Check(found)) {
        PyErr_Format(PyExc_TypeError, "%s is not a class", name);
        Py_CLEAR(found);
    }
    return (PyTypeObject *)found;
}

static bool
find_slots(Surroundings *known)
{
    const struct {
        PyTypeObject *type;
        const char *name;
        Py_ssize_t *offset;
    } slots[] = {
        {known->state_type, "go", &known->go},
        {known->state_type, "typed", &known->typed},
        {known->state_type, "loops", &known->loops},
        {known->state_type, "ends", &known->ends},
        {known->opening_type, "closed", &known->closed},
        {known->opening_type, "plans", &known->plans},
        {known->opening_type, "nexts", &known->nexts},
    };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        *slots[i].offset = slot_offset(slots[i].type, slots[i].name);
        if (*slots[i].offset < 0)
            return false;
    }
    return true;
}

static int
prepare(PyObject *module)
{
    Surroundings *known = PyModule_GetState(module);
    known->expat = PyCapsule_Import(PyExpat_CAPSULE_NAME, 0);
    if (known->expat == NULL)
        return -1;
    if (strcmp(known->expat->magic, PyExpat_CAPI_MAGIC) != 0 ||
        (size_t)known->expat->size < sizeof(struct PyExpat_CAPI)) {
        PyErr_SetString(PyExc_ImportError, "pyexpat has another interface");
        return -1;
    }
    PyObject *automaton = PyImport_ImportModule("octavo.relaxng.automaton");
    if (automaton == NULL)
        return -1;
    known->state_type = class_of(automaton, "State");
    known->opening_type = class_of(automaton, "Opening");
    Py_DECREF(automaton);
    if (known->state_type == NULL || known->opening_type == NULL)
        return -1;
    return find_slots(known) ? 0 : -1;
}

static int
traverse(PyObject *module, visitproc visit, void *arg)
{
    Surroundings *known = PyModule_GetState(module);
    Py_VISIT(known->state_type);
    Py_VISIT(known->opening_type);
    return 0;
}

static int
clear(PyObject *module)
{
    Surroundings *known = PyModule_GetState(module);
    Py_CLEAR(known->state_type);
    Py_CLEAR(known->opening_type);
    return 0;
}

static PyMethodDef methods[] = {
    {"run", run_document, METH_VARARGS, run_doc},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, prepare},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_accelerator",
    .m_doc = "The fast run over a document in C.",
    .m_size = sizeof(Surroundings),
    .m_methods = methods,
    .m_slots = module_slots,
    .m_traverse = traverse,
    .m_clear = clear,
};

PyMODINIT_FUNC
PyInit__accelerator(void)
{
    return PyModuleDef_Init(&definition);
}
