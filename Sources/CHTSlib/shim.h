#include <htslib/bgzf.h>
#include <htslib/hts_log.h>
